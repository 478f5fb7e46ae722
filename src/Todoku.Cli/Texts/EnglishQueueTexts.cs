using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Texts;

internal sealed class EnglishQueueTexts : QueueTexts
{
    public override string Command => "What is queued in the relay, and why: lists it, explains it, sends it now, holds it, drops it.";

    public override string List => "List what is queued, the oldest first.";

    public override string Show => "Show one message: its envelope, and each recipient that is still queued.";

    public override string Why => "Say why a message is still queued: what it waits for, the path, the limit that binds, the next attempt.";

    public override string Trace => "Show the SMTP dialogues in which a message was offered lately; secrets are masked.";

    public override string NoTrace(bool keepsAll) => "No dialogue about this message is remembered: it was not tried since the relay started, or so many were that it is forgotten."
        + (keepsAll ? "" : " Those in which all went well are remembered only with traces = true in [log].");

    public override string LinesDropped(long count) => $"({count} lines in the middle were not kept)";

    public override string Shape => "Count what is queued by provider and age.";

    public override string Retry => "Send now what waits for its next attempt.";

    public override string Hold => "Hold what waits, until it is released.";

    public override string Release => "Send what is held.";

    public override string Drop => "Throw away what is queued. Nobody is told.";

    public override string Id => "A message (1A2B3C), or one recipient of it (1A2B3C/2).";

    public override string Sender => "Only from this envelope sender: an address, a domain, or <>.";

    public override string Domain => "Only to recipients in this domain.";

    public override string Provider => "Only to this provider (google), or to a domain with a lane of its own.";

    public override string Cause => "Only what last failed for this cause (ip-reputation; docs/causes.md).";

    public override string State => "Only what is waiting, sending or held.";

    public override string OlderThan => "Only messages accepted longer ago: 30m, 2h, 1d.";

    public override string All => "All that is queued.";

    public override string Limit(int usual) => $"The most lines. Default: {usual}.";

    public override string Lanes(int usual) => $"The most providers to name. Default: {usual}.";

    public override string PathsCommand => "Show how each path stands with each provider: open or refused, since when, why, when it is tested next, and what it carried today.";

    public override string OpenPath => "Use a refused path again at once: google/main, or */main for all providers.";

    public override string LimitsCommand => "Show how much each provider is sent at a time by each path, and which limit binds.";

    public override string BadAge(string value) => $"\"{value}\" is no span of time up to 30 days: write 30m, 2h or 1d.";

    public override string BadLimit => "--limit is the number of lines, 1 or more.";

    public override string NothingNamed => "Nothing is named: give ids, or select by --sender, --domain, --provider, --cause, --state or --older-than; --all means everything.";

    public override string BadPathPair(string value) => $"\"{value}\" names no provider and path: write google/main, or */main for all providers.";

    public override string NotRunning => "the relay is not running: this was read from its files, and nothing is sent until it runs (systemctl start todoku-relay)";

    public override string NoRelay(string socket, string database) =>
        $"no relay answers at {socket}, and there is no queue at {database} that could be read: start the relay (systemctl start todoku-relay), name its configuration with --config, or run this as root.";

    public override string NoAnswer(string socket) =>
        $"a relay is running (it has the queue open), but nobody answers at {socket}: see its log for why the socket could not be opened, and whether [control] in the configuration was changed since it started.";

    public override string UnreadableQueue(string folder, string detail) =>
        $"the queue in {folder} can't be read ({detail}): run this as root or as the relay's user; if the file is damaged, see docs/relay-control.md.";

    public override string CannotBecomeOwner(string file) => $"can't become the user that {file} belongs to: run this as that user.";

    public override string IdName => "id          ";

    public override string SenderName => "sender      ";

    public override string OriginalSenderName => "came as     ";

    public override string AuthorName => "author      ";

    public override string SubmitterName => "submitted by ";

    public override string AcceptedName => "accepted    ";

    public override string SizeName => "bytes       ";

    public override string SignedName => "signed as   ";

    public override string NotSigned => "not signed";

    public override string BulkName => "bulk        ";

    public override string Yes => "yes";

    public override string RecipientsName => "recipients  ";

    public override string StillQueued(int left, int all) => $"{left} of {all} still queued";

    public override string Ago(string age) => $"{age} ago";

    public override string Nothing => "Nothing is queued that fits.";

    public override string More(int limit) => $"There is more: --limit {limit * 10}";

    public override string Attempts(int count) => count switch { 0 => ", not tried yet", 1 => ", tried once", _ => $", tried {count} times" };

    public override string Next(string? wait) => wait is null ? ", due now" : $", next in {wait}";

    public override string PossiblyTwice => ", may have arrived already (an attempt ended without an answer)";

    public override string Lane => "provider";

    public override string Total => "all";

    public override string HeldColumn => "held";

    public override string OtherLanes => "(others)";

    public override string Sum => "all";

    public override string NobodySends => "the relay is not running, so nothing is sent";

    public override string GivenUp(string at) => $"given up at {at}";

    public override string NothingSent => "Nothing was sent lately: limits are shown from the first message on.";

    public override string NoPathNews => "All paths are open, and none carried mail today.";

    public override string PathOpened(string path, string provider) => $"{path} is used for {provider} again.";

    public override string StateName(string state) => state switch
    {
        "sending" => "sending",
        "held" => "held   ",
        _ => "waiting",
    };

    public override string Changed(string verb, ChangeAnswer answer)
    {
        var done = verb switch { "hold" => "held", "release" => "released", "drop" => "dropped", _ => "to be sent now" };
        var unfit = answer.Matched - answer.Changed - answer.BeingSent;
        var rest = (answer.BeingSent > 0 ? $"; {answer.BeingSent} being sent now, left alone" : "") + (unfit > 0 ? $"; {unfit} in another state, left alone" : "");
        return answer.Changed == 1 ? $"1 delivery {done}{rest}" : $"{answer.Changed} deliveries {done}{rest}";
    }

    public override string Reason(WhyReason reason, string? until) => reason.Reason switch
    {
        "sending" => "is being sent now",
        "held" => "is held until somebody releases it: todoku queue release ID",
        "queue-not-writable" => $"the queue can't be written ({reason.Detail}), so nothing is sent",
        "path-blocked" => reason.Detail == "probing" ? $"path {reason.Path} is refused ({reason.Cause}); one message tests it now" : $"path {reason.Path} is refused ({reason.Cause}); it is tested at {until}",
        "retry-later" => $"the last attempt failed ({reason.Cause}); the next one is at {until}",
        "limited" => $"what the provider takes at a time is reached on path {reason.Path}: {reason.Detail}{(until is null ? "" : $", until {until}")}",
        "path-paused" => $"nothing is sent to this provider by path {reason.Path} until {until}",
        _ => $"waits for its turn: {reason.Due} due for this provider, {reason.Sending} being sent",
    };

    public override string PathStands(PathLine path)
    {
        var provider = path.Provider == "*" ? "all providers" : path.Provider;
        var state = path.State switch { "suspended" => "REFUSED", "probing" => "REFUSED, being tested", "opening" => "opening again", _ => "open" };
        var volume = path.Today == 0 ? "" : $", {path.Today} messages today";
        var rerouted = path.ReroutedToday == 0 ? "" : $" ({path.ReroutedToday} instead of another path)";
        return $"{provider}  {path.Path}: {state}{volume}{rerouted}{(path.AllowedToday is { } most ? $", warm-up allows {most}" : "")}";
    }

    public override string PathTimes(PathLine path, string since, string until) => path.State == "opening"
        ? $"refused since {since}, opening since {until}, {path.Failures} refusals, first seen with {path.Entry}"
        : $"since {since}, tested next at {until}, {path.Failures} refusals, last with {path.Entry}";

    public override string Unauthorized(string path, string sender, string why) => $"{path} is not used for {(sender.Length == 0 ? "the null sender" : sender)}: {why}";

    public override string LimitStands(LimitLine limit)
    {
        var now = limit.Now;
        var rate = now.Rate is { } count ? $", {count} messages per {Queue.Ages.Of(TimeSpan.FromSeconds(now.RatePeriod))}" : "";
        var text = $"{(limit.Provider == "*" ? "all providers" : limit.Provider)}  {limit.Path}: {limit.Running} of {now.Connections} connections, {limit.LastMinute} messages in the last minute{rate} ({limit.From})";
        if (limit.Binds is { } binds) text += $"; BINDS: {binds}";
        if (limit.SendersHeldBack > 0) text += $"; mail of {limit.SendersHeldBack} {(limit.SendersHeldBack == 1 ? "sender" : "senders")} waits for this path";
        if (limit.SlowedBy is { } cause) text += $"; slowed down by {cause}, {limit.Limits.Connections} connections before";
        return limit.FailedConnections > 0 ? $"{text}; {limit.FailedConnections} connections failed in a row" : text;
    }

    public override string Fault(ControlFault fault) => fault.Kind switch
    {
        ControlFaultKind.NotQueued => $"{fault.Detail} is not in the queue: it was delivered, given up or dropped (see the log), or the number is mistyped.",
        ControlFaultKind.BadId => $"\"{fault.Detail}\" is no number of a message: todoku queue list shows them (1A2B3C, or 1A2B3C/2 for its second recipient).",
        ControlFaultKind.BadCause => $"\"{fault.Detail}\" is no cause: docs/causes.md has them all, such as ip-reputation.",
        ControlFaultKind.BadState => $"\"{fault.Detail}\" is no state: waiting, sending or held.",
        ControlFaultKind.BadSender => $"\"{fault.Detail}\" is no sender: write an address, a domain, or <>.",
        ControlFaultKind.BadDomain => $"\"{fault.Detail}\" is neither a domain nor a provider: todoku queue shape shows the providers.",
        ControlFaultKind.BadAddress => $"\"{fault.Detail}\" is no mail address: write user@example.com.",
        ControlFaultKind.NothingNamed => NothingNamed,
        ControlFaultKind.NotSuppressed => $"there is no line for {fault.Detail} on the list: todoku suppress list {fault.Detail} shows what there is (a line for one author domain is named with --from).",
        ControlFaultKind.ListFull => $"the suppression list is full ({fault.Detail} lines): remove some first.",
        ControlFaultKind.NotBlocked => $"nothing is held against {fault.Detail}: todoku relay paths shows what is.",
        ControlFaultKind.NotKept => $"the disk did not take it, nothing more was changed: {fault.Detail}. See to the disk, then do it again.",
        ControlFaultKind.OnlyRunning => "this is known only while the relay runs: systemctl start todoku-relay.",
        ControlFaultKind.NotAllowed => "only root, the relay's user and members of its group may do this: run it with sudo.",
        ControlFaultKind.NoAnswer => $"the relay does not answer: {fault.Detail}.",
        ControlFaultKind.OtherVersion => $"the relay that runs is of another version than this command ({fault.Detail}): restart it (systemctl restart todoku-relay).",
        _ => $"a value is wrong: {fault.Detail}.",
    };
}
