//! The templates that everybody has.

use service_user::RECIPES;

use crate::{Grant, Template, TemplateDraft, wording};

impl Template {
    /// The recipes that DigiCert prescribes (documented), as templates. They set Managers and roles and nothing else.
    pub fn built_in() -> Vec<Self> {
        let drafts = RECIPES.iter().map(|recipe| TemplateDraft {
            name: recipe.name.to_owned(),
            explanation: wording::recipe(recipe.name).to_owned(),
            managers: recipe
                .grants
                .iter()
                .map(|grant| Grant {
                    manager: grant.manager.to_owned(),
                    roles: grant.roles.iter().map(|role| (*role).to_owned()).collect(),
                })
                .collect(),
            ..TemplateDraft::default()
        });
        // A test holds that none of them has a fault.
        drafts.filter_map(|draft| draft.check().ok()).collect()
    }
}
