namespace Todoku.Relay.Policy.Signing;

/// <summary>
/// Decides whether a key file is nobody else's business.
/// </summary>
/// <remarks>
/// <code>
/// owner             root, or the user that the relay runs as
/// others            nothing
/// group             nothing; a file of root's may be readable by a group: root chose who is in it
/// </code>
/// </remarks>
internal static class KeyFileRights
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>What is wrong; null when nothing is.</summary>
    public static KeyFileOutcome.Refused? Against(KeyFileMark mark, uint user)
    {
        if (mark.Owner != 0 && mark.Owner != user) return new KeyFileOutcome.Refused(KeyFileProblem.OtherOwner, $"uid {mark.Owner}");
        var tooMuch = Others | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | (mark.Owner == 0 ? 0 : UnixFileMode.GroupRead);
        return (mark.Mode & tooMuch) == 0 ? null : new KeyFileOutcome.Refused(KeyFileProblem.TooOpen, $"mode {Convert.ToString((int)mark.Mode, 8)}");
    }
}
