//! Keys in the name field and in the search field.

use end_to_end::{Fault, Outcome};
use serde_json::{Value, json};

use crate::host::Host;
use crate::long_tasks::{self, LongTasks};
use crate::statistics::quantile;
use crate::tab::{Tab, number};

/// How many keys are typed into the name field in one go.
const NAME_KEYS: usize = 100;

/// What is searched for. Its first letters are the ones that find most.
const SEARCH: &str = "signer staging 7";

/// What came of the keys that were typed in one go.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Keys {
    /// For each, how long the main thread had to work until its frame was painted, in milliseconds.
    work: Vec<f64>,
    /// How many frames were painted without what the key led to.
    pub(crate) late: f64,
}

impl Keys {
    fn read(keys: &Value) -> Outcome<Self> {
        let keys = keys.as_array().map(Vec::as_slice).unwrap_or_default();
        if keys.is_empty() {
            return Err(Fault::new("No key was typed."));
        }
        let late = keys
            .iter()
            .filter(|key| key.get("isRight") != Some(&Value::Bool(true)))
            .count();
        let work = keys
            .iter()
            .map(|key| number(key, "work"))
            .collect::<Outcome<_>>()?;
        Ok(Self {
            work,
            late: late as f64,
        })
    }

    /// The work that 95 of 100 keys do not exceed, in milliseconds.
    pub(crate) fn work_of_95(&self) -> f64 {
        quantile(&self.work, 0.95).unwrap_or_default()
    }

    /// The work of the middle key, in milliseconds.
    pub(crate) fn median_work(&self) -> f64 {
        quantile(&self.work, 0.5).unwrap_or_default()
    }
}

/// Keys, each with what is to stand under the field afterwards: a part of the remark, or nothing.
pub(crate) struct NameKeys(Value);

/// Makes up what is typed into the name field: names that are taken, letter by letter, so that on the way there are some that are free, some
/// that end with a space, and some that are taken too.
pub(crate) async fn name_keys(host: &Host) -> Outcome<NameKeys> {
    let script = "
        const answer = await fetch('/account/api/v1/user?user_type=service');
        const users = await answer.json();
        const names = new Set(users.map((user) => user.friendly_name));
        const keys = [];
        for (let place = 1; keys.length < arguments[0]; place = (place * 31 + 7) % users.length) {
            const name = users[place].friendly_name;
            keys.push(['', 'Enter']);
            for (let length = 1; length <= name.length; length += 1) {
                const typed = name.slice(0, length);
                const fault = typed.endsWith(' ') ? 'ends with a space' : names.has(typed) ? 'already has the friendly name' : '';
                keys.push([typed.at(-1), fault]);
            }
        }
        return keys.slice(0, arguments[0]);";
    host.tab.rest().await?;
    let keys = host.tab.page().promised(script, vec![json!(NAME_KEYS)]).await?;
    Ok(NameKeys(keys))
}

/// Types into the search field of the list that is open, and empties it again.
pub(crate) async fn search(tab: &Tab) -> Outcome<Keys> {
    let script = "
        document.getElementById('user-search').focus();
        const rows = () => [...document.querySelectorAll('.users-row')].map((row) => row.textContent.toLowerCase());
        return bench.type([...arguments[0], ''], (typed) => {
            const shown = rows();
            return shown.length > 0 && shown.every((row) => row.includes(typed.trim()));
        });";
    let keys = tab.page().promised(script, vec![SEARCH.into()]).await?;
    Keys::read(&keys)
}

/// Goes from the list to the name field and types into it; answers as well what was long in it.
pub(crate) async fn name(tab: &Tab, keys: &NameKeys) -> Outcome<(Keys, LongTasks)> {
    tab.page().start_creating().await?;
    let began = long_tasks::now(tab).await?;
    let script = "
        const [keys] = arguments;
        const field = document.getElementById('field-friendly-name');
        const remarks = document.getElementById('field-friendly-name-remarks');
        // Left once, so that every remark follows every key.
        field.focus();
        document.execCommand('insertText', false, 'a');
        field.blur();
        field.focus();
        let typed = 0;
        return bench.type(keys.map(([letter]) => letter), () => {
            const said = remarks.textContent;
            const [, fault] = keys[typed++];
            return fault === '' ? !said.includes('.') || said.includes('only upper and lower case differ') : said.includes(fault);
        });";
    let keys = tab.page().promised(script, vec![keys.0.clone()]).await?;
    Ok((Keys::read(&keys)?, long_tasks::since(tab, began).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_whose_effect_was_not_painted_with_the_next_frame_is_late() {
        let keys = json!([
            { "work": 1.0, "isRight": true }, { "work": 3.0, "isRight": false }, { "work": 2.0, "isRight": null },
        ]);
        let keys = Keys::read(&keys).unwrap();
        assert_eq!((keys.late, keys.median_work()), (2.0, 2.0));
    }

    #[test]
    fn a_page_that_took_no_key_was_not_measured() {
        assert!(Keys::read(&json!([])).is_err());
        assert!(Keys::read(&json!([{ "isRight": true }])).is_err());
    }
}
