using System.Globalization;
using Todoku.Relay.Operating;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// The folder in which programs of this machine leave mail while the relay can't be reached. Anyone puts files into it, nobody but the relay can list it, and a file is
/// read by its owner and the relay only.
/// </summary>
/// <remarks>
/// The folder belongs to the relay's user and group and has the mode 3733. The set-group-id bit gives each file the group of the relay, so that the mode 640 lets the
/// relay read what is closed to others; the sticky bit lets only the owners of file and folder take a file away.
/// A message is written beside its name, synced, and renamed: the relay never sees a part of one.
/// </remarks>
/// <param name="folder">The folder.</param>
/// <param name="time">The time that names say, so that mail is fetched in the order it came.</param>
public sealed class SpoolFolder(string folder, TimeProvider time)
{
    /// <summary>How the names of messages end.</summary>
    public const string Ending = ".mail";

    /// <summary>How the names of messages end that are not complete.</summary>
    public const string UnfinishedEnding = ".new";

    /// <summary>The mode of the folder.</summary>
    public const UnixFileMode Mode = UnixFileMode.SetGroup | UnixFileMode.StickyBit | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Keeps a message.</summary>
    public KeepOutcome Keep(SendmailEnvelope envelope, SendmailContent content)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(content);
        var name = $"{time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture)}-{Guid.NewGuid():n}";
        var (path, unfinished) = (Path.Combine(folder, name + Ending), Path.Combine(folder, name + UnfinishedEnding));
        var isMade = false;
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Own;
            using var file = new FileStream(unfinished, options);
            isMade = true;
            if (!OpenToRelay(file, unfinished))
            {
                File.Delete(unfinished);
                return new KeepOutcome.Unreadable(folder);
            }
            file.Write(SpoolHead.Write(envelope));
            content.Open(default).CopyTo(file);
            file.Flush(flushToDisk: true);
            // Over nothing: the name is new. Renaming with "overwrite" is one step, without it there would be two names for a moment.
            File.Move(unfinished, path, overwrite: true);
            UnixFiles.SyncNames(folder, file.SafeFileHandle);
            return new KeepOutcome.Kept(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (isMade) Forget(unfinished, path);
            return new KeepOutcome.Failed(error.Message);
        }
    }

    private bool OpenToRelay(FileStream file, string path)
    {
        if (OperatingSystem.IsWindows() || FileRights.OwnerOf(folder) is not var (relay, group) || FileRights.OwnerOf(path) is not var (user, own)) return true;
        if (own == group) File.SetUnixFileMode(file.SafeFileHandle, Own | UnixFileMode.GroupRead);
        return own == group || relay == user || relay == 0;
    }

    // After a failure it is not known how far it got. The relay may have fetched it already; then it is sent, and reported as not kept: a program that tries again sends it twice.
    private static void Forget(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It stays for the relay, which clears old ones away.
            }
        }
    }
}
