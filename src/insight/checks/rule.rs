//! The rules of 点検, as a table: how grave each is.

/// Severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 誤り: the plan contradicts itself.
    Error,
    /// 注意: to be mended before it is published.
    Warning,
    /// 助言: worth a thought.
    Advice,
}

macro_rules! rules {
    ($($(#[$about:meta])* $rule:ident: $severity:ident,)*) => {
        /// 点検の規則.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(
                $(#[$about])*
                $rule,
            )*
        }

        impl Rule {
            /// Every rule, in the order of the page.
            pub const ALL: &[Rule] = &[$(Rule::$rule),*];

            /// Returns its severity once the plan is being written out (before that, a merely missing part is 助言).
            pub fn severity(self) -> Severity {
                match self {
                    $(Rule::$rule => Severity::$severity,)*
                }
            }
        }
    };
}

rules! {
    /// 計画の名称がない.
    PlanUntitled: Warning,
    /// 市町村名がない.
    TownUnnamed: Advice,
    /// 団体コードの誤り.
    TownCodeWrong: Warning,
    /// 計画期間が逆さま.
    PeriodReversed: Error,
    /// ないものを指している.
    Dangling: Error,
    /// 評価区分に当てはまらない場合がある.
    RuleSetGaps: Advice,
    /// 日程が逆さま.
    TimetableReversed: Error,
    /// 答えていない意見.
    IdeaUnanswered: Advice,
    /// 締切までに戻っていない部分.
    PartLate: Warning,
    /// 基本目標がない.
    NoGoals: Warning,
    /// 名称が空.
    EmptyTitle: Error,
    /// 数値目標のない基本目標.
    GoalWithoutTarget: Warning,
    /// 施策のない基本目標.
    GoalWithoutMeasure: Warning,
    /// 方向性のない基本目標.
    GoalWithoutDirection: Advice,
    /// KPIのない施策.
    MeasureWithoutKpi: Warning,
    /// 取組のない施策.
    MeasureWithoutInitiative: Warning,
    /// 担当課のない施策.
    MeasureWithoutOwner: Advice,
    /// 施策のない見出し.
    DivisionEmpty: Advice,
    /// 番号の重なり.
    NumberTwice: Warning,
    /// 同じ名称が並ぶ.
    TitleTwice: Warning,
    /// 同じ指標が二度並ぶ.
    IndicatorListedTwice: Warning,
    /// もとのない再掲.
    RepriseWithoutOriginal: Warning,
    /// つながっていない関連施策.
    RelatedUnlinked: Advice,
    /// 数値目標が多すぎる基本目標.
    TooManyTargets: Advice,
    /// 数値目標が活動の量になっている.
    OutputAsGoalTarget: Warning,
    /// KPIが活動の量だけの施策.
    OutputOnlyMeasure: Advice,
    /// 受けとめていない上位計画・国の目標.
    ItemUnanswered: Advice,
    /// 上位計画・国の目標に結びつかない目標・施策.
    OwnUntied: Advice,
    /// 新しいものに替わった枠組みへの結びつき.
    FrameworkSuperseded: Advice,
    /// 所在のない根拠.
    GroundWithoutAddress: Advice,
    /// 確認日のない根拠.
    GroundUndated: Advice,
    /// どこからも引かれていない根拠.
    GroundUncited: Advice,
    /// 締切を過ぎた支援.
    SupportPastDeadline: Warning,
    /// 締切の近い支援.
    SupportDeadlineNear: Advice,
    /// 指標が多すぎる.
    TooManyIndicators: Advice,
    /// どこにも使われていない指標.
    IndicatorUnused: Warning,
    /// 同じ指標が二つある.
    SameIndicator: Warning,
    /// 同じコードの指標.
    SameCode: Advice,
    /// めざす向きが決まっていない.
    NoWay: Warning,
    /// 保つのが以上か以下か決まっていない.
    KeepWithoutSide: Warning,
    /// めざす向きと目標が食い違う.
    WayAgainstTarget: Warning,
    /// 数え方と目標が食い違う.
    CountingAgainstTarget: Warning,
    /// 下限と上限が逆さま.
    LimitsReversed: Error,
    /// 単位がない.
    NoUnit: Warning,
    /// 出典がない.
    NoSource: Advice,
    /// 担当課のない指標.
    NoOwner: Advice,
    /// 定義も算出方法もない.
    NoDefinition: Advice,
    /// 目標値の根拠がない.
    NoRationale: Advice,
    /// 当初値がない.
    NoBaseline: Warning,
    /// 当初値の年度がない.
    NoBaselineYear: Advice,
    /// 目標値がない.
    NoTarget: Warning,
    /// 最終年度の目標がない.
    NoFinalTarget: Advice,
    /// 計画期間の外の目標.
    TargetOutsidePeriod: Warning,
    /// 目標が当初値より悪い側にある.
    TargetOnWrongSide: Warning,
    /// 当初値ですでに届いている目標.
    TargetAlreadyReached: Advice,
    /// 目標までの差が誤差より小さい.
    TargetWithinTolerance: Advice,
    /// 数として読めない値.
    FigureUnread: Warning,
    /// 単位が食い違う.
    UnitsDiffer: Warning,
    /// 理由のない目標変更.
    ChangeWithoutReason: Warning,
    /// 目標を易しくした変更.
    TargetLowered: Advice,
    /// まだ来ていない年度の実績.
    ActualInFuture: Warning,
    /// 終わった年度の実績がない.
    ActualOverdue: Warning,
    /// 確定した年度の空欄.
    ClosedYearBlank: Warning,
    /// 減っている累計.
    CumulativeFalls: Warning,
    /// 累計の当初値.
    CumulativeBaseline: Advice,
    /// 定義が変わったあとの当初値がない.
    RedefinedSinceBaseline: Advice,
    /// けた違いの実績.
    ActualJumps: Advice,
    /// 評価区分にない評価.
    RatingUnknown: Advice,
    /// 理由のない評価.
    RatingWithoutReason: Advice,
    /// 評価のない評価シート.
    SheetWithoutRating: Warning,
    /// 原資料の計と合わない.
    PrintedTotalDiffers: Warning,
    /// 財源の合計が合わない.
    FundsDiffer: Warning,
}
