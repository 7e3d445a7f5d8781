//! Metadata for machines: Data Package (Frictionless), schema.org and DCAT.

use serde_json::{Value, json};

use super::address::{SitePage, folder};
use super::context::Site;
use super::frame::{licence_address, one_line};
use super::sizes::MadeFiles;
use super::table::{TABLE, WORKBOOK, columns, own_path};
use crate::export::workbook::indicator_heads;
use crate::pages::Page;
use ::words::{Language, Word, model, site as words};
use format::FileKind;
use strategy::*;

/// Its name in the folder.
pub const PACKAGE: &str = "datapackage.json";
/// The strategy as our own file.
pub const STRATEGY: &str = "strategy.json";

/// `datapackage.json`: what each column of the table holds (Data Package 2.0).
pub fn data_package(site: &Site, sizes: &MadeFiles) -> String {
    let licence = site.choices.licence;
    let created = [&site.published.0, "T00:00:00+09:00"].concat();
    let tables = site
        .has_indicators()
        .then(|| [table(sizes), workbook(site, sizes)]);
    let resources: Vec<Value> = tables
        .into_iter()
        .flatten()
        .chain([strategy(sizes)])
        .chain(own_tables(site, sizes))
        .collect();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "strategy",
        "title": site.plan_name(),
        "description": description(site),
        "created": created,
        "licenses": [{
            "name": licence.key(),
            "path": licence_address(licence),
            "title": licence.word(),
        }],
        "contributors": [{ "title": site.town_name(), "roles": ["publisher"] }],
        "resources": resources,
    });
    if let Some(base) = &site.base {
        package["homepage"] = json!(base);
    }
    format!("{package:#}\n")
}

/// Columns of the table of indicators, and of that of each indicator, by its name in the folder.
pub const SCHEMA: &str = "indicators.schema.json";

/// The file of the columns.
pub fn schema_file() -> String {
    format!("{:#}\n", schema())
}

fn schema() -> Value {
    let types = [
        "string", "string", "string", "string", "string", "string", "string", "integer", "number",
        "string", "string", "string",
    ];
    let fields = columns().into_iter().zip(types);
    let fields: Vec<Value> = fields
        .map(|((name, told), kind)| json!({ "name": name, "type": kind, "description": told }))
        .collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    })
}

fn table(sizes: &MadeFiles) -> Value {
    let mut resource = json!({
        "name": "indicators",
        "type": "table",
        "path": TABLE,
        "title": words::data_csv(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(),
    });
    weigh(&mut resource, sizes, TABLE);
    resource
}

/// Media type of spreadsheets in catalogues of data.
const SPREADSHEET: &str = FileKind::Workbook.media_type();

/// The workbook as a table: its heads stand under a title and a note, and figures may be words.
fn workbook(site: &Site, sizes: &MadeFiles) -> Value {
    let (row, heads) = indicator_heads(site.strategy());
    let fields = heads
        .iter()
        .map(|head| json!({ "name": head, "type": "any" }));
    let fields: Vec<Value> = fields.collect();
    let mut resource = json!({
        "name": "indicators-workbook",
        "type": "table",
        "dialect": { "headerRows": [row] },
        "schema": { "fields": fields },
        "path": WORKBOOK,
        "title": words::data_xlsx(),
        "format": "xlsx",
        "mediatype": SPREADSHEET,
    });
    weigh(&mut resource, sizes, WORKBOOK);
    resource
}

fn strategy(sizes: &MadeFiles) -> Value {
    let mut resource = json!({
        "name": "strategy",
        "path": STRATEGY,
        "title": words::data_json(),
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    });
    weigh(&mut resource, sizes, STRATEGY);
    resource
}

/// The table of each indicator. Its columns are those of the table of all.
fn own_tables(site: &Site, sizes: &MadeFiles) -> Vec<Value> {
    let all = site.strategy().indicators.sorted().into_iter();
    let resource = |one: &std::sync::Arc<Indicator>| {
        let (name, path) = (format!("indicator-{}", one.id), own_path(one.id));
        let mut resource = json!({
            "name": name,
            "type": "table",
            "path": path,
            "schema": SCHEMA,
            "title": one_line(&one.name),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
        });
        weigh(&mut resource, sizes, &path);
        resource
    };
    all.map(resource).collect()
}

fn weigh(resource: &mut Value, sizes: &MadeFiles, path: &str) {
    if let Some(made) = sizes.get(path) {
        resource["bytes"] = json!(made.bytes);
        resource["hash"] = json!(["sha256:", &made.sha256].concat());
    }
}

/// Describes the publication in one sentence.
pub fn description(site: &Site) -> String {
    let period = model::period(site.strategy().about().period);
    words::description_plan(site.town_name(), site.plan_name(), period)
}

/// Returns the metadata of a page.
pub fn of_page(site: &Site, language: Language, page: SitePage) -> Vec<Value> {
    match page {
        SitePage::Data => vec![whole(site, language, page), catalogue(site, language, page)],
        SitePage::Read(Page::Indicator(id)) => {
            let one = site.strategy().get(id);
            let one = one.map(|one| indicator(site, language, page, one));
            one.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The address of a file from a page: whole where that is known.
fn file(site: &Site, language: Language, page: SitePage, name: &str) -> String {
    let depth = page.path().matches('/').count() + folder(language).matches('/').count();
    match &site.base {
        Some(base) => [base, name].concat(),
        None => ["../".repeat(depth).as_str(), name].concat(),
    }
}

/// The files of the whole plan.
fn downloads(site: &Site, language: Language, page: SitePage) -> Vec<Value> {
    let at = |kind: &str, name: &str| download(kind, &file(site, language, page, name));
    let tables = site
        .has_indicators()
        .then(|| [at("text/csv", TABLE), at(SPREADSHEET, WORKBOOK)]);
    let strategy = at("application/json", STRATEGY);
    tables.into_iter().flatten().chain([strategy]).collect()
}

/// The schema.org `Dataset` of a page.
fn dataset(site: &Site, language: Language, page: SitePage, name: &str, told: &str) -> Value {
    let about = site.strategy().about();
    let town = site.town_name();
    let mut creator = json!({ "@type": "GovernmentOrganization", "name": town });
    if !about.town.code.trim().is_empty() {
        creator["identifier"] = json!(about.town.code.trim());
    }
    let mut dataset = json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": one_line(name),
        "description": told,
        "inLanguage": "ja",
        "license": licence_address(site.choices.licence),
        "isAccessibleForFree": true,
        "creator": creator,
        "dateModified": site.published.0,
        "temporalCoverage": temporal(about.period),
        "spatialCoverage": { "@type": "Place", "name": town },
        "distribution": downloads(site, language, page),
    });
    if let Some(whole) = site.whole(language, &page.path()) {
        dataset["url"] = json!(whole);
    }
    dataset
}

fn download(kind: &str, address: &str) -> Value {
    json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": address })
}

/// From the first of April of the first year to the last of March after the last.
fn temporal(period: Period) -> String {
    let (first, last) = (period.first.0, period.last.0 + 1);
    format!("{first:04}-04-01/{last:04}-03-31")
}

fn whole(site: &Site, language: Language, page: SitePage) -> Value {
    let s = site.strategy();
    let mut whole = dataset(site, language, page, &site.plan_name(), &description(site));
    let names = s.indicators.sorted().into_iter().take(MOST_NAMED);
    let names: Vec<String> = names.map(|one| one_line(&one.name)).collect();
    whole["variableMeasured"] = json!(names);
    whole
}

/// More names of indicators would weigh more than the page: the table has all.
const MOST_NAMED: usize = 200;

fn indicator(site: &Site, language: Language, page: SitePage, indicator: &Indicator) -> Value {
    let name = site.title(page);
    let told = words::description(site.town_name(), site.plan_name(), &name);
    let told = [&told, "\n", &indicator.definition].concat();
    let mut data = dataset(site, language, page, &name, told.trim());
    data["variableMeasured"] = json!({
        "@type": "PropertyValue",
        "name": one_line(&name),
        "propertyID": indicator.id.to_string(),
        "unitText": indicator.unit,
    });
    let own = file(site, language, page, &own_path(indicator.id));
    data["distribution"] = json!([download("text/csv", &own)]);
    data["isPartOf"] = json!({ "@type": "Dataset", "name": one_line(&site.plan_name()) });
    if !indicator.method.trim().is_empty() {
        data["measurementTechnique"] = json!(indicator.method);
    }
    data
}

/// The same as DCAT.
fn catalogue(site: &Site, language: Language, page: SitePage) -> Value {
    let distribution = |kind: &str, name: &str, title: &str| {
        let media = ["https://www.iana.org/assignments/media-types/", kind].concat();
        json!({
            "@type": "dcat:Distribution",
            "dct:title": title,
            "dct:license": { "@id": licence_address(site.choices.licence) },
            "dcat:mediaType": { "@id": media },
            "dcat:downloadURL": { "@id": file(site, language, page, name) },
        })
    };
    let tables = site.has_indicators().then(|| {
        [
            distribution("text/csv", TABLE, words::data_csv()),
            distribution(SPREADSHEET, WORKBOOK, words::data_xlsx()),
        ]
    });
    let own = site.strategy().indicators.sorted().into_iter();
    let own = own.take(MOST_NAMED);
    let own = own.map(|one| distribution("text/csv", &own_path(one.id), &one_line(&one.name)));
    let all: Vec<Value> = tables
        .into_iter()
        .flatten()
        .chain([distribution(
            "application/json",
            STRATEGY,
            words::data_json(),
        )])
        .chain(own)
        .collect();
    let day = json!({ "@type": "xsd:date", "@value": site.published.0 });
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Dataset",
        "dct:title": one_line(&site.plan_name()),
        "dct:description": description(site),
        "dct:publisher": { "@type": "foaf:Agent", "foaf:name": site.town_name() },
        "dct:modified": day,
        "dct:license": { "@id": licence_address(site.choices.licence) },
        "dcat:distribution": all,
    })
}
