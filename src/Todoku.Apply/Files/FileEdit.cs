namespace Todoku.Apply.Files;

/// <summary>What becomes of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">What it holds, as <see cref="Octets"/>; null when it is not there.</param>
/// <param name="After">What it will hold; null when it goes.</param>
public sealed record FileEdit(string Path, string? Before, string? After)
{
    /// <summary>Who may do what with it, when it is new.</summary>
    /// <value>0644.</value>
    public UnixFileMode Mode { get; init; } = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Whether it holds passwords: they are not shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>0600: for passwords.</summary>
    public static UnixFileMode Private => UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Whether anything changes.</summary>
    public bool IsChange => Before != After;
}
