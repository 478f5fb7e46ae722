using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Texts;

/// <summary>What the verbs <c>queue</c>, <c>relay paths</c> and <c>relay limits</c> say.</summary>
internal abstract class QueueTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>list.</summary>
    public abstract string List { get; }

    /// <summary>show.</summary>
    public abstract string Show { get; }

    /// <summary>why.</summary>
    public abstract string Why { get; }

    /// <summary>trace.</summary>
    public abstract string Trace { get; }

    /// <summary>No trace.</summary>
    public abstract string NoTrace(bool keepsAll);

    /// <summary>Dropped lines.</summary>
    public abstract string LinesDropped(long count);

    /// <summary>shape.</summary>
    public abstract string Shape { get; }

    /// <summary>retry.</summary>
    public abstract string Retry { get; }

    /// <summary>hold.</summary>
    public abstract string Hold { get; }

    /// <summary>release.</summary>
    public abstract string Release { get; }

    /// <summary>drop.</summary>
    public abstract string Drop { get; }

    /// <summary>ID.</summary>
    public abstract string Id { get; }

    /// <summary>--sender.</summary>
    public abstract string Sender { get; }

    /// <summary>--domain.</summary>
    public abstract string Domain { get; }

    /// <summary>--provider.</summary>
    public abstract string Provider { get; }

    /// <summary>--cause.</summary>
    public abstract string Cause { get; }

    /// <summary>--state.</summary>
    public abstract string State { get; }

    /// <summary>--older-than.</summary>
    public abstract string OlderThan { get; }

    /// <summary>--all.</summary>
    public abstract string All { get; }

    /// <summary>--limit.</summary>
    public abstract string Limit(int usual);

    /// <summary>--lanes.</summary>
    public abstract string Lanes(int usual);

    /// <summary>relay paths.</summary>
    public abstract string PathsCommand { get; }

    /// <summary>--open.</summary>
    public abstract string OpenPath { get; }

    /// <summary>relay limits.</summary>
    public abstract string LimitsCommand { get; }

    /// <summary>Not a span of time.</summary>
    public abstract string BadAge(string value);

    /// <summary>--limit below 1.</summary>
    public abstract string BadLimit { get; }

    /// <summary>Nothing is selected.</summary>
    public abstract string NothingNamed { get; }

    /// <summary>--open without a path.</summary>
    public abstract string BadPathPair(string value);

    /// <summary>No relay runs.</summary>
    public abstract string NotRunning { get; }

    /// <summary>No relay and no queue.</summary>
    public abstract string NoRelay(string socket, string database);

    /// <summary>The files are in use, but nobody answers.</summary>
    public abstract string NoAnswer(string socket);

    /// <summary>The files can't be read.</summary>
    public abstract string UnreadableQueue(string folder, string detail);

    /// <summary>Root can't become the owner.</summary>
    public abstract string CannotBecomeOwner(string file);

    /// <summary>ID.</summary>
    public abstract string IdName { get; }

    /// <summary>Sender.</summary>
    public abstract string SenderName { get; }

    /// <summary>Sender as it came.</summary>
    public abstract string OriginalSenderName { get; }

    /// <summary>Author domain.</summary>
    public abstract string AuthorName { get; }

    /// <summary>Submitter.</summary>
    public abstract string SubmitterName { get; }

    /// <summary>Accepted.</summary>
    public abstract string AcceptedName { get; }

    /// <summary>Size.</summary>
    public abstract string SizeName { get; }

    /// <summary>Signed.</summary>
    public abstract string SignedName { get; }

    /// <summary>Not signed.</summary>
    public abstract string NotSigned { get; }

    /// <summary>Bulk.</summary>
    public abstract string BulkName { get; }

    /// <summary>Yes.</summary>
    public abstract string Yes { get; }

    /// <summary>Recipients.</summary>
    public abstract string RecipientsName { get; }

    /// <summary>Recipients that are left.</summary>
    public abstract string StillQueued(int left, int all);

    /// <summary>An age.</summary>
    public abstract string Ago(string age);

    /// <summary>Nothing is queued.</summary>
    public abstract string Nothing { get; }

    /// <summary>There is more.</summary>
    public abstract string More(int limit);

    /// <summary>Attempts.</summary>
    public abstract string Attempts(int count);

    /// <summary>The next attempt.</summary>
    public abstract string Next(string? wait);

    /// <summary>Possibly twice.</summary>
    public abstract string PossiblyTwice { get; }

    /// <summary>Column.</summary>
    public abstract string Lane { get; }

    /// <summary>Column.</summary>
    public abstract string Total { get; }

    /// <summary>Column.</summary>
    public abstract string HeldColumn { get; }

    /// <summary>Other lanes.</summary>
    public abstract string OtherLanes { get; }

    /// <summary>The sum.</summary>
    public abstract string Sum { get; }

    /// <summary>Nothing sends.</summary>
    public abstract string NobodySends { get; }

    /// <summary>When it is given up.</summary>
    public abstract string GivenUp(string at);

    /// <summary>Nothing is sent.</summary>
    public abstract string NothingSent { get; }

    /// <summary>Nothing to say of paths.</summary>
    public abstract string NoPathNews { get; }

    /// <summary>A path is open.</summary>
    public abstract string PathOpened(string path, string provider);

    /// <summary>The name of a state, of the same width for all.</summary>
    public abstract string StateName(string state);

    /// <summary>What was changed.</summary>
    public abstract string Changed(string verb, ChangeAnswer answer);

    /// <summary>One thing that an entry waits for.</summary>
    public abstract string Reason(WhyReason reason, string? until);

    /// <summary>How a path stands with a provider.</summary>
    public abstract string PathStands(PathLine path);

    /// <summary>Since when a path is refused, and what comes next.</summary>
    public abstract string PathTimes(PathLine path, string since, string until);

    /// <summary>A path that is not used for a sender.</summary>
    public abstract string Unauthorized(string path, string sender, string why);

    /// <summary>How much a provider is sent at a time.</summary>
    public abstract string LimitStands(LimitLine limit);

    /// <summary>Why a question was not answered.</summary>
    public abstract string Fault(ControlFault fault);
}
