using Microsoft.Win32.SafeHandles;

namespace Todoku.Relay.Intake.Pickup;

/// <summary>A file of the spool folder, opened so that no trick with links and pipes works.</summary>
internal abstract record SpoolFile
{
    private SpoolFile()
    {
    }

    /// <summary>It can be read.</summary>
    /// <param name="Handle">The file; whoever got it closes it.</param>
    /// <param name="UserId">Who put it there, by the file system's word.</param>
    public sealed record Opened(SafeFileHandle Handle, uint UserId) : SpoolFile;

    /// <summary>It is no message that somebody put there.</summary>
    /// <param name="Reason">What it is.</param>
    public sealed record Foreign(string Reason) : SpoolFile;

    /// <summary>It can't be read now.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unreadable(string Reason) : SpoolFile;
}
