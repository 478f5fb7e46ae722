namespace Todoku.Relay.Sendmail;

/// <summary>Whether a message could be kept until the relay fetches it.</summary>
public abstract record KeepOutcome
{
    private KeepOutcome()
    {
    }

    /// <summary>It is on the disk.</summary>
    /// <param name="Path">The file.</param>
    public sealed record Kept(string Path) : KeepOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Detail">The words of the system.</param>
    public sealed record Failed(string Detail) : KeepOutcome;

    /// <summary>The relay, another user than who sends, could not read the file: the folder does not give its group to what is put into it.</summary>
    /// <param name="Folder">The folder, whose mode should be 3733.</param>
    public sealed record Unreadable(string Folder) : KeepOutcome;
}
