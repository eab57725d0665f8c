//! Templates: picking one, saving one, and importing.

use std::path::Path;

use thirtyfour::By;

use super::Page;
use crate::{Outcome, labels};

impl Page {
    /// Shows on step 1 what a built-in template would set.
    ///
    /// # Errors
    /// There is none of this name.
    pub async fn pick_recipe(&self, name: &str) -> Outcome {
        self.press_element(&format!("#template-picker option[value='recipe/{name}']"))
            .await
    }

    /// Shows on step 1 what an own template would set.
    ///
    /// # Errors
    /// There is none of this name.
    pub async fn pick_own_template(&self, name: &str) -> Outcome {
        self.press_element(&format!("#template-picker option[value='own/{name}']"))
            .await
    }

    /// Saves the choices of the draft, which is at step 2, as an own template.
    ///
    /// # Errors
    /// It is not saved.
    pub async fn save_as_template(&self, name: &str) -> Outcome {
        self.press_button(labels::SAVE_AS_TEMPLATE).await?;
        self.fill("template-name", name).await?;
        self.press_button(labels::SAVE_TEMPLATE).await?;
        self.sees(&format!("Saved as template “{name}”.")).await
    }

    /// Goes to the screen of templates.
    ///
    /// # Errors
    /// It does not come.
    pub async fn go_to_templates(&self) -> Outcome {
        self.press_link(labels::TEMPLATES).await?;
        self.is_on(labels::TEMPLATES).await
    }

    /// Chooses a file to import templates from.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn choose_file_to_import(&self, file: &Path) -> Outcome {
        let input = self.driver.find(By::Id("import-file")).await?;
        Ok(input.send_keys(file.to_string_lossy()).await?)
    }
}
