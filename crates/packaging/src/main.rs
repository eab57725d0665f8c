//! Packing, unpacking and judging packages as a program, for `cargo xtask`.

mod arguments;

use std::path::Path;
use std::process::ExitCode;

use account_api::DOCUMENTED_HOSTS;
use arguments::{HELP, PackOptions, Task};
use packaging::{Files, Inputs, Packed, Refusal, differences, judge, pack, sha256, sources, tgz, unzip};

/// The archive that needs git, beside those that need the page.
const SOURCES: &str = "sources.zip";

/// Every archive that is written.
const ARCHIVES: [&str; 5] = ["chrome.zip", "firefox.zip", "page.zip", RULES_MODULE, SOURCES];

/// The package of the rules.
const RULES_MODULE: &str = "service-user-rules.tgz";

fn main() -> ExitCode {
    let outcome = match Task::parse(std::env::args_os().skip(1)) {
        Ok(Task::Help) => {
            println!("{HELP}");
            Ok(())
        }
        Ok(Task::Pack(options)) => run_pack(&options),
        Ok(Task::Unpack(archive, folder)) => run_unpack(&archive, &folder).map_err(|refusal| vec![refusal]),
        Ok(Task::Compare(first, second)) => run_compare(&first, &second),
        Ok(Task::Judge(report)) => run_judge(&report),
        Err(message) => {
            eprintln!("{message}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusals) => {
            for refusal in refusals {
                eprintln!("error: {refusal}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run_pack(options: &PackOptions) -> Result<(), Vec<Refusal>> {
    // What an earlier run made is not to be taken for the result of one that refuses.
    for name in ARCHIVES {
        remove(&options.into.join(name)).map_err(|refusal| vec![refusal])?;
    }
    let read = || -> Result<(Files, Files, String), Refusal> {
        let manifest = read(&options.manifest)?;
        Ok((
            Files::read(&options.page)?,
            Files::read(&options.extension)?,
            String::from_utf8_lossy(&manifest).into_owned(),
        ))
    };
    let (page, extension, manifest) = read().map_err(|refusal| vec![refusal])?;
    let hosts: Vec<&str> = DOCUMENTED_HOSTS.iter().map(|host| host.name).collect();
    let mut archives = pack(&Inputs {
        page: &page,
        extension: &extension,
        manifest: &manifest,
        version: env!("CARGO_PKG_VERSION"),
        hosts: &hosts,
    })?;
    if let Some(folder) = &options.rules_module {
        let archive = Files::read(folder).and_then(|files| tgz(&files));
        archives.push(Packed {
            name: RULES_MODULE,
            archive: archive.map_err(|refusal| vec![refusal])?,
        });
    }
    archives.extend(pack_sources(options).map_err(|refusal| vec![refusal])?);
    archives
        .iter()
        .try_for_each(|archive| write(&options.into, archive))
        .map_err(|refusal| vec![refusal])
}

/// The sources, or a sentence that tells why there are none.
fn pack_sources(options: &PackOptions) -> Result<Option<Packed>, Refusal> {
    let Some(checkout) = &options.checkout else {
        return Ok(None);
    };
    let folder = options.copy.as_ref().unwrap_or(checkout);
    let Some(sources) = sources(checkout, folder)? else {
        println!("There is no {SOURCES}: it holds what git tracks, and this folder is no checkout of git's.");
        return Ok(None);
    };
    if let Some(first) = sources.not_tracked.first() {
        println!(
            "{SOURCES} holds what git tracks, and git does not track {first}{}; `git add` what belongs to the sources.",
            match sources.not_tracked.len() {
                1 => String::new(),
                count => format!(" and {} more", count - 1),
            }
        );
    }
    Ok(Some(Packed {
        name: SOURCES,
        archive: sources.archive,
    }))
}

/// Writes an archive, and tells its size and checksum as `sha256sum` would.
fn write(folder: &Path, packed: &Packed) -> Result<(), Refusal> {
    let path = folder.join(packed.name);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&path, &packed.archive))
        .map_err(|cause| Refusal::system(format_args!("write {}", path.display()), &cause))?;
    println!(
        "{:<22} {:>8} bytes  SHA-256 {}",
        packed.name,
        packed.archive.len(),
        sha256(&packed.archive)
    );
    Ok(())
}

fn run_unpack(archive: &Path, folder: &Path) -> Result<(), Refusal> {
    let files = unzip(&read(archive)?)?;
    match std::fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Refusal::system(
            format_args!("empty the folder {}", folder.display()),
            &cause,
        )),
        _ => files.write(folder),
    }
}

fn run_compare(first: &Path, second: &Path) -> Result<(), Vec<Refusal>> {
    let compare = || differences(&read(first)?, &read(second)?);
    let differences = compare().map_err(|refusal| vec![refusal])?;
    match differences.is_empty() {
        true => {
            println!(
                "The same, byte for byte: {} and {}.",
                first.display(),
                second.display()
            );
            Ok(())
        }
        false => {
            let both = format!("{} and {} are not the same", first.display(), second.display());
            Err(differences
                .into_iter()
                .map(|difference| Refusal::new(format!("{both}: {difference}")))
                .collect())
        }
    }
}

fn run_judge(report: &Path) -> Result<(), Vec<Refusal>> {
    let text = read(report).map_err(|refusal| vec![refusal])?;
    judge(&String::from_utf8_lossy(&text))?;
    println!("Mozilla's linter has no error, no notice, and no warning but the expected ones.");
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    std::fs::read(path).map_err(|cause| Refusal::system(format_args!("read {}", path.display()), &cause))
}

fn remove(path: &Path) -> Result<(), Refusal> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Refusal::system(
            format_args!("remove the old {}", path.display()),
            &cause,
        )),
        _ => Ok(()),
    }
}
