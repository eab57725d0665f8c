//! The templates that everybody has.

use service_user::{Draft, Field, RECIPE_NAMES, RECIPES, UtcDay};
use template::{Template, Templates};

use crate::samples::{grant, role, roles, today};

#[test]
fn every_recipe_is_a_template_with_an_explanation() {
    let templates = Template::built_in();
    let names: Vec<&str> = templates.iter().map(Template::name).collect();
    let recipes: Vec<&str> = RECIPES.iter().map(|recipe| recipe.name).collect();
    assert_eq!(names, recipes);
    assert_eq!(names, RECIPE_NAMES);
    for (template, recipe) in templates.iter().zip(RECIPES) {
        assert!(!template.explanation().is_empty(), "{}", recipe.name);
        let grants: Vec<_> = recipe
            .grants
            .iter()
            .map(|known| grant(known.manager, known.roles))
            .collect();
        assert_eq!(template.as_draft().managers, grants);
    }
}

#[test]
fn they_set_managers_and_roles_and_nothing_else() {
    let typed = Draft {
        friendly_name: "CI".to_owned(),
        description: "For CI".to_owned(),
        email: "jane@example.com".to_owned(),
        ..Draft::default()
    };
    for template in Template::built_in() {
        // A tenant that has all of it, and writes it in its own way.
        let all: Vec<_> = template
            .as_draft()
            .managers
            .iter()
            .flat_map(|grant| {
                let roles = grant.roles.iter();
                roles.map(|name| {
                    role(
                        &format!("{}/{name}", grant.manager),
                        &name.to_uppercase(),
                        &grant.manager,
                        &grant.manager,
                    )
                })
            })
            .collect();
        let mut draft = typed.clone();
        let applied = template.apply(&mut draft, &all, &[], today());
        let fields: Vec<Field> = applied.set.iter().map(|set| set.field).collect();
        assert_eq!(fields, [Field::Managers, Field::Roles]);
        assert_eq!(applied.not_set, []);
        assert_eq!(draft.roles.len(), all.len());
        let (managers, roles) = (draft.managers.clone(), draft.roles.clone());
        assert_eq!(
            draft,
            Draft {
                managers,
                roles,
                ..typed.clone()
            }
        );
    }
}

#[test]
fn they_can_be_passed_on_in_any_way() {
    let mut all = Templates::default();
    for template in Template::built_in() {
        let link = template.link_value().unwrap();
        assert!(
            (300..=700).contains(&link.len()),
            "{} {}",
            template.name(),
            link.len()
        );
        assert_eq!(Template::from_link_value(&link), Ok(template.clone()));
        all.put(template).unwrap();
    }
    assert_eq!(Templates::read(all.write().as_bytes()), Ok(all));
}

#[test]
fn the_roles_that_the_pages_write_in_two_ways_are_found_in_both() {
    let templates = Template::built_in();
    let server = &templates[1];
    for name in ["Read only", "Read Only", "READ ONLY", " Read only "] {
        let mut here = roles();
        here.retain(|role| role.manager.name != "CA Manager");
        here.push(role("found", name, "ca_manager", "CA manager"));
        let mut draft = Draft::default();
        server.apply(&mut draft, &here, &[], UtcDay::MIN);
        assert_eq!(draft.roles[0].as_str(), "found", "{name}");
    }
}
