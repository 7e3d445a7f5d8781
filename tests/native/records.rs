//! Every field of every kind goes through all code that walks records, by its description alone: a field added by one
//! line is supported by all of it, or fails here.

use edit::Changes;
use format::json;
use insight::compare::{Difference, differences};
use insight::search::Index;
use strategy::record::{
    Content, Fault, Field, Group, Held, Inside, Members, Need, Publish, Shown, Token, Value,
};
use strategy::*;
use words::{Word, history, value};

/// Text for every field that takes text.
const TEXT: &str = "さがしもの";

/// Returns a strategy with one blank record of each kind, each with number 1.
fn base() -> Strategy {
    let mut strategy = Strategy::default();
    for kind in &Kind::ALL[1..] {
        put(&mut strategy, *kind, &mut |_| {});
    }
    strategy
}

/// Inserts a blank record of this kind, after `change`.
fn put(strategy: &mut Strategy, kind: Kind, change: &mut dyn FnMut(&mut dyn Members)) {
    let mut record = kind.blank();
    record.set_parent(1);
    if kind != Kind::About {
        let id = format!("{}1", kind.prefix());
        let slot = slot(&mut *record, "id");
        slot.take(Token::Text(&id)).unwrap();
    }
    change(&mut *record);
    // It takes the place of the one with its id.
    let _ = record.put(strategy);
}

fn slot<'a>(members: &'a mut dyn Members, name: &str) -> &'a mut dyn Value {
    let at = members.fields().iter().position(|field| field.name == name);
    members.slot(at.unwrap()).unwrap()
}

fn shown(value: &dyn Value) -> String {
    serde_json::to_string(&Shown(value)).unwrap()
}

/// Fills a value with something that was not there before.
fn fill(value: &mut dyn Value) {
    let before = shown(value);
    if written(value) && shown(value) != before {
        return;
    }
    match value.inside() {
        Inside::Members(members) => fill_all(members),
        Inside::List(list) => fill(list.grow()),
        Inside::Years(years) => fill(years.grow(FiscalYear(2025)).unwrap()),
        Inside::Choice(choice) => match choice.choose(choice.words().last().unwrap()) {
            Content::Value(value) => fill(value),
            Content::Members(members) => fill_all(members),
            Content::Nothing => {}
        },
        Inside::Nothing => {}
    }
    assert_ne!(shown(value), before);
}

fn fill_all(members: &mut dyn Members) {
    for index in 0..members.fields().len() {
        fill(members.slot(index).unwrap());
    }
    members.settle();
}

/// Fills a value without brackets, if it takes one: a text, a word, a number, true, or an id.
fn written(value: &mut dyn Value) -> bool {
    let before = shown(value);
    if let Err(Fault::Word { allowed, .. }) = value.take(Token::Text(TEXT)) {
        let changes = |word: &&str| value.take(Token::Text(word)).is_ok() && shown(value) != before;
        return allowed.iter().rev().any(changes);
    }
    let ids: Vec<String> = Kind::ALL
        .iter()
        .map(|kind| format!("{}1", kind.prefix()))
        .collect();
    let ids = ids.iter().map(|id| Token::Text(id));
    let others = [
        Token::Text(TEXT),
        Token::Number("7"),
        Token::Truth(true),
        Token::Text("2.5"),
    ];
    let mut tokens = others.into_iter().chain(ids);
    tokens.any(|token| value.take(token).is_ok() && shown(value) != before)
}

/// True if the value contains a text that somebody wrote.
fn holds_text(value: &dyn Value) -> bool {
    match value.held() {
        Held::Text(text) => text == TEXT,
        Held::List(list) => list.all().into_iter().any(holds_text),
        Held::Years(years) => years.all().into_iter().any(|(_, value)| holds_text(value)),
        Held::Members(members) => {
            members.told().is_none() && members.values().into_iter().any(holds_text)
        }
        Held::Chosen(_, _, value) => holds_text(value),
        _ => false,
    }
}

/// Returns every field of every kind.
fn every_field() -> impl Iterator<Item = (Kind, &'static Field)> {
    let of = |kind: &'static Kind| kind.fields().iter().map(move |field| (*kind, field));
    Kind::ALL.iter().flat_map(of)
}

/// Returns the base with another value in one field of the record of one kind; and true if the field holds it.
fn with(kind: Kind, field: &Field) -> (Strategy, bool) {
    let mut strategy = base();
    let mut text = false;
    put(&mut strategy, kind, &mut |record| {
        let slot = slot(record, field.name);
        fill(slot);
        text = holds_text(slot);
    });
    (strategy, text)
}

/// Returns the fields whose value can differ: all except ids, and parents, of which the base has one each.
fn changeable() -> impl Iterator<Item = (Kind, &'static Field)> {
    every_field().filter(|(kind, field)| {
        let record = kind.blank();
        let members: &dyn Members = &*record;
        let at = members
            .fields()
            .iter()
            .position(|one| one.name == field.name);
        let parent = |value: &dyn Value| matches!(value.held(), Held::Record(_));
        !parent(members.values()[at.unwrap()])
    })
}

fn is_order(field: &Field) -> bool {
    field.name == Goal::order.field.name
}

#[test]
fn a_file_holds_it() {
    for (kind, field) in changeable().filter(|(_, field)| !is_order(field)) {
        let (strategy, _) = with(kind, field);
        let text = json::write(&strategy);
        let read = json::read(text.as_bytes());
        let read = read.unwrap_or_else(|why| panic!("{kind:?}.{}: {why:?}", field.name));
        assert_eq!(json::write(&read), text, "{kind:?}.{}", field.name);
        assert_ne!(text, json::write(&base()), "{kind:?}.{}", field.name);
    }
}

#[test]
fn a_kept_edit_holds_it() {
    let base = base();
    for (kind, field) in changeable() {
        let (strategy, _) = with(kind, field);
        let changes = Changes::between(&base, &strategy);
        assert_eq!(changes.len(), 1, "{kind:?}.{}", field.name);
        let text = serde_json::to_string(&changes).unwrap();
        let read: Changes = serde_json::from_str(&text).unwrap();
        assert_eq!(read, changes, "{kind:?}.{}", field.name);
    }
}

#[test]
fn comparing_finds_it_and_calls_it_by_its_word() {
    let base = base();
    for (kind, field) in changeable().filter(|(_, field)| !is_order(field)) {
        let (strategy, _) = with(kind, field);
        let all = differences(
            &base,
            &strategy,
            &Changes::between(&base, &strategy),
            value::display,
        );
        assert!(!all.is_empty(), "{kind:?}.{}", field.name);
        let is_shown = |one: &Difference| {
            let Some(shown) = one.field else { return false };
            let parts = parts_of(kind, field);
            let known = shown.field == field || parts.contains(shown.field);
            known
                && one.kind == kind
                && one.from != one.to
                && !history::year_field(shown).is_empty()
        };
        assert!(all.iter().all(is_shown), "{kind:?}.{}: {all:?}", field.name);
    }
}

/// Returns the fields of the value in a field, and of the values in it.
fn parts_of(kind: Kind, field: &Field) -> Vec<Field> {
    let mut record = kind.blank();
    parts_in(slot(&mut *record, field.name))
}

fn parts_in(value: &mut dyn Value) -> Vec<Field> {
    let Inside::Members(members) = value.inside() else {
        return Vec::new();
    };
    let mut parts = members.fields().to_vec();
    for at in 0..members.fields().len() {
        parts.extend(members.slot(at).map_or_else(Vec::new, parts_in));
    }
    parts
}

#[test]
fn what_somebody_wrote_is_found() {
    for (kind, field) in changeable() {
        let (strategy, text) = with(kind, field);
        let hits = Index::of(&strategy).find(TEXT, 9);
        let found = hits.iter().any(|hit| hit.field == field);
        assert_eq!(found, text, "{kind:?}.{}", field.name);
    }
}

#[test]
fn the_history_has_a_word_for_it() {
    for (kind, field) in every_field() {
        let year = FiscalYear(2025);
        let named = edit::Field::of(field.name, Some(year));
        let word = history::field(kind, named);
        let several = ["印", "日程", "原資料の計"];
        assert!(
            word.ends_with(field.word()) || several.contains(&&*word),
            "{kind:?}.{}: {word}",
            field.name
        );
        let kept = serde_json::to_string(&named).unwrap();
        let read: edit::Field = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, named);
    }
}

#[test]
fn a_blank_record_has_nothing_in_it() {
    for kind in Kind::ALL {
        let record = kind.blank();
        let members: &dyn Members = &*record;
        for (field, value) in members.fields().iter().zip(members.values()) {
            assert!(
                field.need != Need::May || value.is_blank(),
                "{kind:?}.{}",
                field.name
            );
        }
    }
}

#[test]
fn the_schema_has_it() {
    let schema = json::schema::schema();
    for (kind, field) in every_field() {
        let of_kind = match kind {
            Kind::About => &schema,
            kind => &schema["$defs"][format!("{kind:?}")],
        };
        let there = of_kind["properties"].get(field.name).is_some();
        assert_eq!(there, field.need != Need::Place, "{kind:?}.{}", field.name);
    }
}

/// Returns every description of records and of the values in them, with the name of its owner.
fn descriptions() -> Vec<(String, &'static [Field])> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let mut record = kind.blank();
        fill_all(&mut *record);
        within(format!("{kind:?}"), &*record, &mut all);
    }
    all
}

fn within(name: String, members: &dyn Members, all: &mut Vec<(String, &'static [Field])>) {
    all.push((name.clone(), members.fields()));
    for (field, value) in members.fields().iter().zip(members.values()) {
        of_value(format!("{name}.{}", field.name), value, all);
    }
}

fn of_value(name: String, value: &dyn Value, all: &mut Vec<(String, &'static [Field])>) {
    match value.held() {
        Held::Members(members) | Held::ChosenMembers(_, _, members) => within(name, members, all),
        Held::Chosen(_, _, value) => of_value(name, value, all),
        Held::List(list) => list
            .all()
            .into_iter()
            .for_each(|value| of_value(name.clone(), value, all)),
        Held::Years(years) => years
            .all()
            .into_iter()
            .for_each(|(_, value)| of_value(name.clone(), value, all)),
        _ => {}
    }
}

#[test]
fn fields_are_called_apart_and_belong_to_others_of_their_description() {
    for (name, fields) in descriptions() {
        let mut words: Vec<_> = fields.iter().map(|field| field.word()).collect();
        assert!(
            words.iter().all(|word| !word.is_empty() && *word != "⁇"),
            "{name}"
        );
        words.sort_unstable();
        assert!(
            words.windows(2).all(|two| two[0] != two[1]),
            "{name}: {words:?}"
        );
        for field in fields {
            let partners = fields.iter().filter(|other| other.group == field.group);
            let alone = matches!(field.group, Group::Alone | Group::Place);
            assert!(alone || partners.count() > 1, "{name}.{}", field.name);
            assert_eq!(field.need == Need::Place, field.group == Group::Place);
        }
    }
}

#[test]
fn memos_inner_opinions_and_names_of_people_are_not_published() {
    let inner = ["note", "notes", "by", "opinions", "table"];
    for (name, fields) in descriptions() {
        for field in fields.iter().filter(|field| inner.contains(&field.name)) {
            assert_eq!(field.publish, Publish::Inner, "{name}.{}", field.name);
        }
    }
    assert!(
        Opinion::FIELDS
            .iter()
            .all(|field| field.publish == Publish::Inner)
    );
}
