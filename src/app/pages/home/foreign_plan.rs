//! The plan of another program, opened on はじめに: it is read beside the page, and becomes a plan of this device.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::job::{Job, JobStatus};
use crate::job_runner::StepResult;
use crate::pages::being_read::{asked, read_as_job};
use crate::workspace::Workspace;
use ::words::{Say, chosen_file, home, stratml as words};
use browser::{files, random_id};
use format::json::MAX_BYTES;
use format::stratml::NotStratMl;
use jobs::{ForeignPlanQuestion, ForeignPlans, NotImported};

/// Reads the file, shows the progress, and opens the plan.
#[component]
pub fn ForeignPlanFile(file: File) -> impl IntoView {
    let workspace = Workspace::here();
    let reading = Job::new();
    spawn_local(async move {
        let name = file.name();
        let Some(read) = read_as_job(reading, &file, plan_of(&file)).await else {
            return;
        };
        match read {
            Ok((plan, left)) => {
                workspace.drop_brought(None);
                workspace.import_foreign(&name, &plan, left).await;
            }
            Err(why) => workspace.drop_brought(Some(home::unreadable(&name, why))),
        }
    });
    view! {
        <JobStatus
            job=reading
            cancel=chosen_file::stop_reading()
            on_cancel=Callback::new(move |()| workspace.drop_brought(None))
        />
    }
}

/// Returns the plan of a file as a file of ours, and a sentence about what is not in it; or a sentence with the reason why
/// not. Its size is checked before it is read.
async fn plan_of(file: &File) -> Result<(Vec<u8>, Option<String>), String> {
    if file.size() > MAX_BYTES as f64 {
        return Err(NotStratMl::TooLarge(file.size() as usize).say());
    }
    let question = ForeignPlanQuestion::Read(random_id());
    let (desk, read) =
        asked::<ForeignPlans, Result<NotImported, NotStratMl>>(file, &question).await;
    let left = read.unwrap_or(Err(NotStratMl::NotAPlan));
    let left = left.map_err(|why| why.say())?;
    let unmade = || NotStratMl::NotAPlan.say();
    let Some(StepResult::File(plan)) = desk.made::<()>(&ForeignPlanQuestion::Plan, &[]).await
    else {
        return Err(unmade());
    };
    let plan = files::bytes(&plan).await.map_err(|_| unmade())?;
    Ok((plan, words::left(&left.elements, left.figures)))
}
