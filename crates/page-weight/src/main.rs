//! `page-weight FOLDER FIGURES`: what the page in FOLDER weighs, since the FIGURES of the last time. It fails above the ceiling.

use std::path::Path;
use std::process::ExitCode;

use page_weight::{CEILING, Figures, kilobytes, part_table, parts_in};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [folder, figures] = arguments.as_slice() else {
        eprintln!("error: page-weight wants the page's folder and the file with the last figures.");
        return ExitCode::FAILURE;
    };
    match weigh(Path::new(folder), Path::new(figures)) {
        Ok(weight) if weight <= CEILING => ExitCode::SUCCESS,
        Ok(weight) => {
            eprintln!(
                "error: The page weighs {} and may weigh {}: make it lighter, or say in crates/page-weight/src/ceiling.rs why it may \
                 weigh more.",
                kilobytes(weight),
                kilobytes(CEILING)
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: The page cannot be weighed: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// Prints the table and answers the weight.
fn weigh(folder: &Path, figures: &Path) -> std::io::Result<u64> {
    let last = Figures::read(figures)?;
    let now = Figures::without_a_browser(&parts_in(folder)?, &last);
    println!("{}", part_table(&now, &last));
    println!("The ceiling is {}.", kilobytes(CEILING));
    Ok(now.weight())
}
