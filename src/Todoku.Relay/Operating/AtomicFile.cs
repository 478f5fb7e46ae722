using System.Text;

namespace Todoku.Relay.Operating;

/// <summary>Writes a file so that it is there as a whole or not at all: a new one beside it, synced, takes its name.</summary>
public static class AtomicFile
{
    /// <summary>Writes a text.</summary>
    /// <param name="path">The file; a link is followed, so that it stays one.</param>
    /// <param name="text">What it is to hold.</param>
    /// <param name="mode">Its mode, whatever it was before.</param>
    /// <param name="owner">Whose a new file is to be; null: who writes it. One that replaces another keeps the other's owner. Only root can give files away.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text, UnixFileMode mode, UserAccount? owner = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var beside = $"{file}.{Guid.NewGuid():n}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        try
        {
            using (var stream = new FileStream(beside, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }
            var keeper = FileRights.OwnerOf(file) ?? (owner is null ? null : (owner.UserId, owner.GroupId));
            if (UserAccount.IsRoot && keeper is var (user, group)) FileRights.TrySetOwner(beside, user, group);
            File.Move(beside, file, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
