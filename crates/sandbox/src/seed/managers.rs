//! The Managers and their roles. The names are documented; descriptions and most permissions are made up.

use rusqlite::{Connection, params};

use super::series;
use crate::database::StoreFault;
use crate::uuid::Uuid;

struct MadeUpManager {
    code: &'static str,
    name: &'static str,
    roles: &'static [MadeUpRole],
}

struct MadeUpRole {
    name: &'static str,
    description: &'static str,
    permissions: &'static [&'static str],
}

const fn role(
    name: &'static str,
    description: &'static str,
    permissions: &'static [&'static str],
) -> MadeUpRole {
    MadeUpRole {
        name,
        description,
        permissions,
    }
}

const MANAGERS: &[MadeUpManager] = &[
    MadeUpManager {
        code: "account_manager",
        name: "Account Manager",
        roles: &[
            role(
                "Account Manager",
                "Manages accounts, their users and their settings.",
                &[
                    "VIEW_ACCOUNTS",
                    "MANAGE_ACCOUNTS",
                    "VIEW_USERS",
                    "MANAGE_USERS",
                    "VIEW_AUDIT_LOGS",
                ],
            ),
            role(
                "User Manager",
                "Creates, changes and disables users and service users.",
                &["VIEW_ACCOUNTS", "VIEW_USERS", "MANAGE_USERS", "VIEW_AUDIT_LOGS"],
            ),
            role(
                "Account Admin",
                "Manages the users and the sign-in of one account.",
                &[
                    "VIEW_ACCOUNTS",
                    "MANAGE_SIGN_IN",
                    "VIEW_USERS",
                    "MANAGE_USERS",
                    "VIEW_AUDIT_LOGS",
                ],
            ),
            role(
                "Default User",
                "Signs in and sees the own profile.",
                &["VIEW_PROFILE"],
            ),
            role(
                "Read Only",
                "Sees accounts, users and the audit log, and changes nothing.",
                &["VIEW_ACCOUNTS", "VIEW_USERS", "VIEW_AUDIT_LOGS"],
            ),
        ],
    },
    MadeUpManager {
        code: "ca_manager",
        name: "CA Manager",
        roles: &[
            role(
                "Read only",
                "Sees certificate authorities and their settings.",
                &["VIEW_CA"],
            ),
            role(
                "PKI manager",
                "Creates and configures certificate authorities.",
                &["VIEW_CA", "MANAGE_CA", "MANAGE_CRL"],
            ),
            role(
                "Key escrow",
                "Recovers keys that are held in escrow.",
                &["VIEW_CA", "RECOVER_ESCROWED_KEY"],
            ),
        ],
    },
    MadeUpManager {
        code: "em",
        name: "Trust Lifecycle",
        roles: &[
            role(
                "SSP Manager",
                "Manages shared service provider profiles.",
                &["VIEW_EM_PROFILE", "MANAGE_EM_PROFILE", "MANAGE_EM_SSP"],
            ),
            role(
                "View only",
                "Sees inventory, profiles and seats.",
                &["VIEW_EM_CERTIFICATE", "VIEW_EM_SEAT"],
            ),
            role(
                "Infrastructure admin",
                "Manages sensors, agents and connectors.",
                &["VIEW_EM_INFRASTRUCTURE", "MANAGE_EM_INFRASTRUCTURE"],
            ),
            role(
                "Reporting admin",
                "Schedules and reads reports.",
                &["VIEW_EM_REPORT", "MANAGE_EM_REPORT"],
            ),
            role(
                "Manager",
                "Manages profiles, certificates and seats.",
                &[
                    "VIEW_EM_CERTIFICATE",
                    "MANAGE_EM_CERTIFICATE",
                    "MANAGE_EM_PROFILE",
                    "VIEW_EM_SEAT",
                    "MANAGE_EM_SEAT",
                ],
            ),
            role(
                "Recovery manager",
                "Recovers the keys of other people's certificates.",
                &["VIEW_EM_CERTIFICATE", "RECOVER_EM_KEY"],
            ),
            role(
                "Import manager",
                "Imports certificates that were issued elsewhere.",
                &["VIEW_EM_CERTIFICATE", "IMPORT_EM_CERTIFICATE"],
            ),
            role(
                "User and certificate manager",
                "Enrols, renews and revokes certificates for seats.",
                &[
                    "VIEW_EM_CERTIFICATE",
                    "MANAGE_EM_CERTIFICATE",
                    "VIEW_EM_SEAT",
                    "MANAGE_EM_SEAT",
                ],
            ),
            role(
                "Certificate profile manager",
                "Creates and changes certificate profiles.",
                &["VIEW_EM_PROFILE", "MANAGE_EM_PROFILE"],
            ),
        ],
    },
    MadeUpManager {
        code: "software_trust",
        name: "Software Trust",
        roles: &[
            role(
                "Lead",
                "Configures signing for all teams and approves releases.",
                &[
                    "VIEW_STM_KEYPAIR",
                    "MANAGE_STM_KEYPAIR",
                    "MANAGE_STM_TEAM",
                    "APPROVE_STM_RELEASE",
                    "SIGN_STM_HASH",
                ],
            ),
            role(
                "Team Lead",
                "Configures signing for one team.",
                &["VIEW_STM_KEYPAIR", "MANAGE_STM_KEYPAIR", "APPROVE_STM_RELEASE"],
            ),
            role(
                "Developer",
                "Signs with test keys.",
                &["VIEW_STM_KEYPAIR", "SIGN_STM_TEST_HASH"],
            ),
            role(
                "Signer",
                "Signs with the keys it was given.",
                &["VIEW_STM_KEYPAIR", "SIGN_STM_HASH"],
            ),
            role(
                "Build Engineer",
                "Scans and signs builds.",
                &["VIEW_STM_KEYPAIR", "SCAN_STM_SOFTWARE"],
            ),
        ],
    },
    MadeUpManager {
        code: "keylocker",
        name: "KeyLocker",
        roles: &[
            role(
                "Lead",
                "Manages key pairs and who may use them.",
                &["VIEW_KL_KEYPAIR", "MANAGE_KL_KEYPAIR"],
            ),
            role(
                "Signer",
                "Signs with the key pairs it was given.",
                &["VIEW_KL_KEYPAIR", "SIGN_KL_HASH"],
            ),
        ],
    },
    MadeUpManager {
        code: "document_trust",
        name: "Document Trust",
        roles: &[
            role(
                "Client Admin",
                "Manages the organisation's signers.",
                &["VIEW_DTM_SIGNER", "MANAGE_DTM_SIGNER"],
            ),
            role("Signer", "Signs documents.", &["SIGN_DTM_DOCUMENT"]),
            role(
                "Organization Approver",
                "Approves signing in the organisation's name.",
                &["VIEW_DTM_SIGNER", "APPROVE_DTM_ORGANIZATION"],
            ),
        ],
    },
    MadeUpManager {
        code: "device_trust",
        name: "Device Trust",
        roles: &[
            role(
                "Solution Administrator",
                "Sets up divisions, policies and connectors.",
                &["VIEW_DT_DEVICE", "MANAGE_DT_DEVICE", "MANAGE_DT_POLICY"],
            ),
            role("Device Creator", "Registers new devices.", &["CREATE_DT_DEVICE"]),
            role(
                "Device Administrator",
                "Manages registered devices.",
                &["VIEW_DT_DEVICE", "MANAGE_DT_DEVICE"],
            ),
            role(
                "Artifact Manager",
                "Publishes updates for devices.",
                &["VIEW_DT_ARTIFACT", "MANAGE_DT_ARTIFACT"],
            ),
        ],
    },
];

/// The id of the role with these names, or `None` where there is no such role.
pub(super) fn role_id(manager_name: &str, role_name: &str) -> Option<Uuid> {
    let mut roles = MANAGERS
        .iter()
        .flat_map(|manager| manager.roles.iter().map(move |role| (manager.name, role.name)));
    let position = roles.position(|names| names == (manager_name, role_name))?;
    role_ids().nth(position)
}

pub(super) fn role_ids() -> impl Iterator<Item = Uuid> {
    let count = MANAGERS.iter().map(|manager| manager.roles.len()).sum();
    (0..)
        .take(count)
        .map(|position| Uuid::made_up(series::ROLE, position))
}

pub(super) fn insert(connection: &Connection) -> Result<(), StoreFault> {
    let mut positions_and_ids = role_ids().enumerate();
    for (manager_position, (number, manager)) in (0_u64..).zip(MANAGERS).enumerate() {
        connection.execute(
            "INSERT INTO manager (position, id, code, name) VALUES (?1, ?2, ?3, ?4)",
            params![
                manager_position,
                Uuid::made_up(series::MANAGER, number),
                manager.code,
                manager.name
            ],
        )?;
        for (role, (position, id)) in manager.roles.iter().zip(&mut positions_and_ids) {
            connection.execute(
                "INSERT INTO role (position, id, manager, name, description, permissions)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    position,
                    id,
                    manager_position,
                    role.name,
                    role.description,
                    serde_json::Value::from(role.permissions).to_string(),
                ],
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use service_user::RECIPES;

    use super::*;

    #[test]
    fn every_recipe_finds_its_roles() {
        for recipe in RECIPES {
            for grant in recipe.grants {
                for role in grant.roles {
                    assert!(
                        role_id(grant.manager, role).is_some(),
                        "{}: {role}",
                        grant.manager
                    );
                }
            }
        }
    }

    #[test]
    fn only_roles_of_account_manager_may_manage_users() {
        for manager in MANAGERS {
            for role in manager.roles {
                let manages = role.permissions.contains(&"MANAGE_USERS");
                let expected =
                    manager.name == "Account Manager" && !matches!(role.name, "Default User" | "Read Only");
                assert_eq!(manages, expected, "{}: {}", manager.name, role.name);
            }
        }
    }
}
