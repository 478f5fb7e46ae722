using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>What a relay's log tells of one of its ways out to one provider. Times are UTC ticks.</summary>
internal sealed class PathRecord(int host, string path, string provider)
{
    /// <summary>Index of the relay's host.</summary>
    public int Host { get; } = host;

    /// <summary>Its name; empty where all are meant.</summary>
    public string Path { get; } = path;

    /// <summary>The provider's id; empty for everybody.</summary>
    public string Provider { get; } = provider;

    /// <summary>How it stands.</summary>
    public PathChangeKind Kind { get; private set; } = PathChangeKind.Opened;

    /// <summary>Since when it is not used for all mail, in the present or last block.</summary>
    public long Since { get; private set; }

    /// <summary>The last line about it.</summary>
    public long Last { get; private set; }

    /// <summary>When it is tested next; 0 when that is not known.</summary>
    public long Until { get; private set; }

    /// <summary>Refusals in the present or last block.</summary>
    public int Refusals { get; private set; }

    /// <summary>What the last refusal means.</summary>
    public Cause Cause { get; private set; }

    /// <summary>The lines.</summary>
    public EvidenceSample Evidence { get; } = new();

    /// <summary>Takes the next line.</summary>
    public void Change(in PathChange change)
    {
        if (Kind == PathChangeKind.Opened && change.Kind != PathChangeKind.Opened) (Since, Refusals) = (change.UtcTicks, 0);
        if (Since == 0) Since = change.UtcTicks;
        (Kind, Last) = (change.Kind, change.UtcTicks);
        if (change.Kind is PathChangeKind.Suspended or PathChangeKind.Exhausted)
        {
            Until = change.UntilTicks;
            Refusals = Math.Max(Refusals + 1, change.Refusals);
        }
        if (Causes.TryParse(System.Text.Encoding.UTF8.GetString(change.Cause), out var cause)) Cause = cause;
        Evidence.Add(change.Line);
    }
}
