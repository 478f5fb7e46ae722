using Todoku.Relay.Configuration;
using Todoku.Relay.Sendmail;

namespace Todoku.Relay.Operating;

/// <summary>Makes the folders that the relay writes to, while it is still root, for the user that it will be.</summary>
public static class RelayFolders
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Entered = Own | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Makes those that are not there. What is there keeps its owner and mode: somebody chose them.</summary>
    /// <exception cref="IOException">One can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be made.</exception>
    public static void Prepare(RelayConfiguration configuration, UserAccount account)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(account);
        Make(configuration.DataFolder, Own, account);
        Make(Path.GetDirectoryName(configuration.ControlSocket), Entered, account);
        Make(Path.GetDirectoryName(configuration.Sendmail?.Socket), Entered, account);
        Make(configuration.Sendmail?.Spool, SpoolFolder.Mode, account);
        Make(Path.GetDirectoryName(configuration.Log.File), Entered, account);
    }

    private static void Make(string? folder, UnixFileMode mode, UserAccount account)
    {
        if (folder is null || Directory.Exists(folder) || OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(folder);
        FileRights.TrySetOwner(folder, account.UserId, account.GroupId);
        // Past the mask of the process, and after the owner, since giving a file away takes special bits off.
        File.SetUnixFileMode(folder, mode);
    }
}
