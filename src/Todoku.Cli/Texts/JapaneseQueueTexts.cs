using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseQueueTexts : QueueTexts
{
    public override string Command => "リレーのキューに何がなぜ残っているかを表示し、すぐに送る、止める、捨てるなどの操作をします。";

    public override string List => "キューの中身を古い順に一覧します。";

    public override string Show => "1通のメールについて、エンベロープとまだ残っている宛先を表示します。";

    public override string Why => "メールがまだ残っている理由（待っているもの、経路、効いている制限、次の試行）を説明します。";

    public override string Trace => "最近このメールを送ろうとしたSMTPのやり取りを表示します。パスワードなどは伏せます。";

    public override string NoTrace(bool keepsAll) => "このメールのやり取りは残っていません。リレーを起動してからまだ送ろうとしていないか、件数が多くて消えています。"
        + (keepsAll ? "" : "問題なく送れたやり取りは、[log] に traces = true と書いた場合だけ残ります。");

    public override string LinesDropped(long count) => $"（途中の{count}行は残っていません）";

    public override string Shape => "キューの件数を、宛先の事業者と経過時間ごとに数えます。";

    public override string Retry => "次の試行を待っているメールを、今すぐ送ります。";

    public override string Hold => "待っているメールを、releaseするまで止めます。";

    public override string Release => "止めてあるメールを送ります。";

    public override string Drop => "キューのメールを捨てます。差出人には何も知らせません。";

    public override string Id => "メールの番号（1A2B3C）、またはその宛先の1つ（1A2B3C/2）。";

    public override string Sender => "このエンベロープ差出人のものだけ（アドレス、ドメイン、または <>）。";

    public override string Domain => "このドメインの宛先だけ。";

    public override string Provider => "この事業者（googleなど）、または独自のレーンを持つドメイン宛てだけ。";

    public override string Cause => "最後の失敗がこの原因だったものだけ（ip-reputationなど。docs/causes.md）。";

    public override string State => "この状態のものだけ（waiting、sending、held）。";

    public override string OlderThan => "これより前に受け付けたものだけ（30m、2h、1d など）。";

    public override string All => "キューのすべて。";

    public override string Limit(int usual) => $"最大の行数。省略時は{usual}。";

    public override string Lanes(int usual) => $"名前を出す事業者の最大数。省略時は{usual}。";

    public override string PathsCommand => "経路ごと・事業者ごとの状態（使えるか拒否されているか、いつから、理由、次の確認、今日の通数）を表示します。";

    public override string OpenPath => "拒否されている経路を今すぐ使い始めます。google/main、または全事業者なら */main。";

    public override string LimitsCommand => "事業者と経路ごとに、同時に送る量の上限と、今効いている制限を表示します。";

    public override string BadAge(string value) => $"「{value}」は期間として読めません（30日以内）。30m、2h、1d のように書いてください。";

    public override string BadLimit => "--limit には1以上の行数を書いてください。";

    public override string NothingNamed => "対象が指定されていません。番号か、--sender、--domain、--provider、--cause、--state、--older-than で指定してください。すべてなら --all です。";

    public override string BadPathPair(string value) => $"「{value}」は事業者と経路の組になっていません。google/main のように、全事業者なら */main と書いてください。";

    public override string NotRunning => "リレーは動いていません。ファイルから直接読みました。動かすまでメールは送られません（systemctl start todoku-relay）。";

    public override string NoRelay(string socket, string database) => $"{socket} でリレーが応答せず、読めるキューも {database} にありません。リレーを起動する（systemctl start todoku-relay）、--config で設定ファイルを指定する、またはrootで実行してください。";

    public override string NoAnswer(string socket) => $"リレーは動いています（キューを開いています）が、{socket} で応答がありません。ソケットを開けなかった理由をログで確かめ、起動後に設定の [control] を変えていないかも見てください。";

    public override string UnreadableQueue(string folder, string detail) => $"{folder} のキューを読めません（{detail}）。rootかリレーの利用者で実行してください。ファイルが壊れている場合は docs/relay-control.md を見てください。";

    public override string CannotBecomeOwner(string file) => $"{file} の所有者になれません。その利用者で実行してください。";

    public override string IdName => "番号              ";

    public override string SenderName => "エンベロープ差出人 ";

    public override string OriginalSenderName => "  元の差出人       ";

    public override string AuthorName => "Fromのドメイン    ";

    public override string SubmitterName => "送信者            ";

    public override string AcceptedName => "受付              ";

    public override string SizeName => "バイト数          ";

    public override string SignedName => "署名              ";

    public override string NotSigned => "なし";

    public override string BulkName => "一斉配信          ";

    public override string Yes => "はい";

    public override string RecipientsName => "宛先              ";

    public override string StillQueued(int left, int all) => $"{all}件中{left}件が残っています";

    public override string Ago(string age) => $"{age}前";

    public override string Nothing => "該当するものはキューにありません。";

    public override string More(int limit) => $"まだあります: --limit {limit * 10}";

    public override string Attempts(int count) => count == 0 ? "、未試行" : $"、{count}回試行";

    public override string Next(string? wait) => wait is null ? "、順番待ち" : $"、次は{wait}後";

    public override string PossiblyTwice => "、すでに届いている可能性あり（応答のないまま終わった試行がある）";

    public override string Lane => "事業者";

    public override string Total => "計";

    public override string HeldColumn => "停止";

    public override string OtherLanes => "（その他）";

    public override string Sum => "合計";

    public override string NobodySends => "リレーが動いていないため、送られません";

    public override string GivenUp(string at) => $"{at} を過ぎるとあきらめます";

    public override string NothingSent => "まだ何も送っていません。最初のメールを送ると表示されます。";

    public override string NoPathNews => "すべての経路が使えます。今日はまだ何も送っていません。";

    public override string PathOpened(string path, string provider) => $"{provider} 宛てに {path} を再び使います。";

    public override string StateName(string state) => state switch
    {
        "sending" => "送信中",
        "held" => "停止中",
        _ => "待機中",
    };

    public override string Changed(string verb, ChangeAnswer answer)
    {
        var done = verb switch { "hold" => "止めました", "release" => "再開しました", "drop" => "捨てました", _ => "今すぐ送るようにしました" };
        var unfit = answer.Matched - answer.Changed - answer.BeingSent;
        var rest = (answer.BeingSent > 0 ? $"送信中の{answer.BeingSent}件はそのままです。" : "") + (unfit > 0 ? $"状態の違う{unfit}件はそのままです。" : "");
        return $"{answer.Changed}件を{done}。{rest}";
    }

    public override string Reason(WhyReason reason, string? until) => reason.Reason switch
    {
        "sending" => "今、送信中です",
        "held" => "releaseされるまで止めてあります: todoku queue release ID",
        "queue-not-writable" => $"キューに書き込めない（{reason.Detail}）ため、何も送れません",
        "path-blocked" => reason.Detail == "probing" ? $"経路 {reason.Path} は拒否されています（{reason.Cause}）。今、1通で確認中です" : $"経路 {reason.Path} は拒否されています（{reason.Cause}）。次の確認は {until}",
        "retry-later" => $"前回の試行が失敗しました（{reason.Cause}）。次は {until}",
        "limited" => until is null ? $"経路 {reason.Path} で、この事業者へ同時に送れる上限に達しています: {reason.Detail}" : $"経路 {reason.Path} で、この事業者へ送れる上限に達しています: {reason.Detail}、{until} まで",
        "path-paused" => $"経路 {reason.Path} からこの事業者への送信は {until} まで休止中です",
        _ => $"順番を待っています（この事業者宛ての待ち{reason.Due}件、送信中{reason.Sending}件）",
    };

    public override string PathStands(PathLine path)
    {
        var provider = path.Provider == "*" ? "全事業者" : path.Provider;
        var state = path.State switch { "suspended" => "拒否されています", "probing" => "拒否されています（確認中）", "opening" => "再開の途中です", _ => "使えます" };
        var volume = path.Today == 0 ? "" : $"、今日{path.Today}通";
        var rerouted = path.ReroutedToday == 0 ? "" : $"（うち{path.ReroutedToday}通は別の経路の代わり）";
        return $"{provider}  {path.Path}: {state}{volume}{rerouted}{(path.AllowedToday is { } most ? $"、慣らし運転の上限{most}通" : "")}";
    }

    public override string PathTimes(PathLine path, string since, string until) => path.State == "opening"
        ? $"{since} から拒否、{until} から再開の途中、拒否{path.Failures}回、メール {path.Entry}"
        : $"{since} から、次の確認は {until}、拒否{path.Failures}回、最後はメール {path.Entry}";

    public override string Unauthorized(string path, string sender, string why) => $"経路 {path} は {(sender.Length == 0 ? "空の差出人" : sender)} のメールに使いません: {why}";

    public override string LimitStands(LimitLine limit)
    {
        var now = limit.Now;
        var rate = now.Rate is { } count ? $"、{Queue.Ages.Of(TimeSpan.FromSeconds(now.RatePeriod))}に{count}通まで" : "";
        var text = $"{(limit.Provider == "*" ? "全事業者" : limit.Provider)}  {limit.Path}: 接続{limit.Running}/{now.Connections}本、直近1分に{limit.LastMinute}通{rate}（{limit.From}）";
        if (limit.Binds is { } binds) text += $"、効いている制限: {binds}";
        if (limit.SendersHeldBack > 0) text += $"、この経路が空くのを待つ送信元: {limit.SendersHeldBack}件";
        if (limit.SlowedBy is { } cause) text += $"、{cause} のため減速中（元は{limit.Limits.Connections}本）";
        return limit.FailedConnections > 0 ? $"{text}、接続が続けて{limit.FailedConnections}回失敗" : text;
    }

    public override string Fault(ControlFault fault) => fault.Kind switch
    {
        ControlFaultKind.NotQueued => $"{fault.Detail} はキューにありません。届いたか、あきらめたか、捨てられたか（ログを見てください）、番号の間違いです。",
        ControlFaultKind.BadId => $"「{fault.Detail}」はメールの番号ではありません。todoku queue list で確かめてください（1A2B3C、2番目の宛先なら 1A2B3C/2）。",
        ControlFaultKind.BadCause => $"「{fault.Detail}」という原因はありません。ip-reputation などの一覧は docs/causes.md にあります。",
        ControlFaultKind.BadState => $"「{fault.Detail}」という状態はありません。waiting、sending、held のどれかです。",
        ControlFaultKind.BadSender => $"「{fault.Detail}」は差出人として読めません。アドレス、ドメイン、または <> と書いてください。",
        ControlFaultKind.BadDomain => $"「{fault.Detail}」はドメインでも事業者でもありません。事業者は todoku queue shape で確かめられます。",
        ControlFaultKind.BadAddress => $"「{fault.Detail}」はメールアドレスではありません。user@example.com のように書いてください。",
        ControlFaultKind.NothingNamed => NothingNamed,
        ControlFaultKind.NotSuppressed => $"{fault.Detail} は一覧にありません。todoku suppress list {fault.Detail} で確かめてください（差出人ドメインごとの行は --from で指定します）。",
        ControlFaultKind.ListFull => $"配信停止リストがいっぱいです（{fault.Detail}行）。先にいくつか削除してください。",
        ControlFaultKind.NotBlocked => $"{fault.Detail} は拒否されていません。todoku relay paths で確かめてください。",
        ControlFaultKind.NotKept => $"ディスクに書けないため、これ以上は変えていません（{fault.Detail}）。ディスクを直してから、もう一度実行してください。",
        ControlFaultKind.OnlyRunning => "これはリレーが動いている間だけ分かります: systemctl start todoku-relay",
        ControlFaultKind.NotAllowed => "実行できるのはroot、リレーの利用者、そのグループの利用者だけです。sudo を付けて実行してください。",
        ControlFaultKind.NoAnswer => $"リレーが応答しません（{fault.Detail}）。",
        ControlFaultKind.OtherVersion => $"動いているリレーとこのコマンドの版が違います（{fault.Detail}）。リレーを再起動してください（systemctl restart todoku-relay）。",
        _ => $"値に誤りがあります（{fault.Detail}）。",
    };
}
