//! The views that show charts: sentence, picture, table and buttons.

use super::*;

/// Sentence, picture, table and buttons are there for eye and ear; a click opens the table.
#[wasm_bindgen_test]
async fn a_figure_is_sentence_picture_and_table() {
    library().await;
    let element = place(500);
    let trend = RwSignal::new(births());
    let handle = mount_to(element.clone(), move || {
        provide_drawers();
        view! { <ChartView title="出生数" sentence="309人です。" chart=move || trend.get() /> }
    });
    let find = |selector: &str| element.query_selector(selector).expect("a selector");
    until("a picture", || find("svg").is_some()).await;
    let image = find("[role=img]").expect("a picture with a name");
    assert_eq!(
        image.get_attribute("aria-label").as_deref(),
        Some("309人です。")
    );
    let group = find("figure.chart").expect("a figure");
    let caption = group.get_attribute("aria-labelledby").expect("a name");
    assert!(find(&format!("#{caption}")).is_some_and(|own| {
        own.text_content()
            .is_some_and(|text| text.contains("309人です。"))
    }));

    let toggle: HtmlElement = find("button[aria-expanded=false]")
        .expect("a toggle")
        .unchecked_into();
    assert_eq!(toggle.text_content().as_deref(), Some("表で見る"));
    toggle.click();
    until("an open table", || find(".chart-table.open").is_some()).await;
    assert_eq!(
        toggle.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    assert!(
        find("th[scope=row]").is_some()
            && find("th[scope=col]").is_some()
            && find("caption").is_some()
    );

    trend.update(|trend| trend.lines[0].actuals[2].1 = figure("295"));
    until("the new figure", || {
        find("svg").is_some_and(|svg| {
            svg.text_content()
                .is_some_and(|text| text.contains("実績 295"))
        })
    })
    .await;
    drop(handle);
    until("an empty place", || find("svg").is_none()).await;
    element.remove();
}

/// The library draws only what the pointer comes to.
#[wasm_bindgen_test]
async fn a_trend_is_drawn_without_the_library_until_the_pointer_comes() {
    library().await;
    let element = place(500);
    let handle = mount_to(element.clone(), move || {
        provide_drawers();
        view! { <ChartView title="出生数" sentence="309人です。" chart=births /> }
    });
    let find = |selector: &str| element.query_selector(selector).expect("a selector");
    until("a picture", || find(".chart-place svg.plot").is_some()).await;
    let texts = |selector: &str| find(selector).and_then(|drawn| drawn.text_content());
    assert!(texts(".chart-place").is_some_and(|text| text.contains("実績 309")));
    assert!(texts(".chart-notes").is_some_and(|text| text.contains("集計中")));
    let image: HtmlElement = find("[role=img]").expect("its place").unchecked_into();
    let height = image.client_height();
    let enters = web_sys::Event::new("pointerenter").expect("an event");
    image.dispatch_event(&enters).expect("the pointer comes");
    until("the library's picture", || {
        find(".chart-place svg").is_some() && find("svg.plot").is_none()
    })
    .await;
    assert_eq!(image.client_height(), height, "the page moved");
    drop(handle);
    element.remove();
}

#[wasm_bindgen_test]
async fn nothing_to_draw_is_said_and_drawn_once_it_is_there() {
    library().await;
    let element = place(500);
    let trend = RwSignal::new(Trend::default());
    let handle = mount_to(element.clone(), move || {
        provide_drawers();
        view! { <ChartView title="題" sentence="文。" chart=move || trend.get() /> }
    });
    let find = |selector: &str| element.query_selector(selector).expect("a selector");
    assert!(find(".chart-nothing").is_some());
    trend.set(births());
    until("a picture", || find("svg").is_some()).await;
    assert!(find(".chart-nothing").is_none());
    drop(handle);
    element.remove();
}

/// One small trend changes; the others stay as they are.
#[wasm_bindgen_test]
async fn small_trends_are_drawn_by_key() {
    let element = place(500);
    let (keys, aim) = (RwSignal::new(vec![1, 2]), RwSignal::new(380.0));
    let item = move |key: i32| {
        (key != 3).then(|| SmallTrend {
            title: format!("指標{key}"),
            spark: Spark {
                points: vec![
                    (FiscalYear(2020), Some(340.0)),
                    (FiscalYear(2022), None),
                    (FiscalYear(2024), Some(309.0)),
                ],
                target: (key == 1).then(|| (FiscalYear(2025), aim.get())),
                tone: None,
            },
            ..SmallTrend::default()
        })
    };
    let handle = mount_to(element.clone(), move || {
        provide_drawers();
        view! { <SmallMultiples keys item label="小さな図" /> }
    });
    let find = |selector: &str| element.query_selector(selector).expect("a selector");
    let count = |tag: &str| element.inner_html().matches(tag).count();
    assert_eq!(count("<svg"), 2);
    assert_eq!(count("<circle"), 4, "dots on both sides of a gap");
    let second = find("li:nth-child(2)").expect("the second");
    let drawn = second.first_child().expect("its title");
    keys.set(vec![2, 1, 3]);
    aim.set(300.0);
    after(30).await;
    assert!(find("li").is_some_and(|first| first.is_same_node(Some(&second))));
    assert!(
        second
            .first_child()
            .is_some_and(|title| title.is_same_node(Some(&drawn)))
    );
    assert_eq!(count("<svg"), 2, "what is gone shows nothing");
    drop(handle);
    element.remove();
}

#[wasm_bindgen_test]
async fn what_cannot_be_drawn_shows_its_table() {
    library().await;
    #[derive(PartialEq)]
    struct Odd;
    impl Draw for Odd {
        fn table(&self) -> ChartTable {
            achievement().table()
        }
        fn draw(&self, _: &Canvas) -> ChartDrawing {
            let mut drawing = achievement().draw(&Canvas::default());
            drawing.option = r#"{"series":[{"type":"line","data":[1]}]}"#.into();
            drawing
        }
    }
    impl Drawable for Odd {
        fn drawer(_: &Drawers) -> Drawer<Self> {
            Self::draw
        }
    }
    let element = place(500);
    let handle = mount_to(element.clone(), || {
        provide_drawers();
        view! { <ChartView title="題" sentence="文。" chart=|| Odd /> }
    });
    let find = |selector: &str| element.query_selector(selector).expect("a selector");
    until("a sentence", || find(".chart-trouble").is_some()).await;
    assert!(find(".chart-table.open").is_some());
    drop(handle);
    element.remove();
}
