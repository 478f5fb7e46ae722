using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Todoku.Relay.Operating;

/// <summary>Whom a file belongs to, and what a user may do with it by its mode. Access control lists are not looked at.</summary>
public static partial class FileRights
{
    private const int CurrentFolder = -100;
    private const uint OwnerWanted = 0x18;

    // <linux/stat.h>, <linux/fcntl.h>
    private const uint BasicWanted = 0x7FF;
    private const int EmptyPath = 0x1000;
    private const ushort TypeMask = 0xF000;
    private const ushort RegularFile = 0x8000;

    /// <summary>The numbers of the user and group that a file belongs to; null when it can't be seen.</summary>
    public static unsafe (uint User, uint Group)? OwnerOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!OperatingSystem.IsLinux()) return null;
        Status status;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
            return GetStatus(CurrentFolder, name, 0, OwnerWanted, &status) == 0 ? (status.User, status.Group) : null;
    }

    /// <summary>What an open file is; null when it can't be seen.</summary>
    public static unsafe FileDetails? DetailsOf(SafeFileHandle file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!OperatingSystem.IsLinux()) return null;
        Status status;
        byte none = 0;
        if (GetStatus(file, &none, EmptyPath, BasicWanted, &status) != 0) return null;
        return new FileDetails(status.User, status.Links, (status.Mode & TypeMask) == RegularFile);
    }

    /// <summary>Gives a file to a user and group; false when the system refuses.</summary>
    public static unsafe bool TrySetOwner(string path, uint user, uint group)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!OperatingSystem.IsLinux()) return false;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0')) return ChangeOwner(name, user, group) == 0;
    }

    /// <summary>Whether a user can read a file: the file itself and the way to it.</summary>
    public static bool CanRead(string path, UserAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.UserId == 0) return true;
        var groups = account.Groups();
        return Allows(path, account, groups, UnixFileMode.UserRead, UnixFileMode.GroupRead, UnixFileMode.OtherRead) && CanReach(path, account, groups);
    }

    /// <summary>Whether a user can make files in a folder.</summary>
    public static bool CanWriteFolder(string path, UserAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.UserId == 0) return true;
        var groups = account.Groups();
        return Allows(path, account, groups, UnixFileMode.UserWrite, UnixFileMode.GroupWrite, UnixFileMode.OtherWrite)
            && Allows(path, account, groups, UnixFileMode.UserExecute, UnixFileMode.GroupExecute, UnixFileMode.OtherExecute)
            && CanReach(path, account, groups);
    }

    private static bool CanReach(string path, UserAccount account, IReadOnlyList<uint> groups)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!Allows(folder, account, groups, UnixFileMode.UserExecute, UnixFileMode.GroupExecute, UnixFileMode.OtherExecute)) return false;
        }
        return true;
    }

    // The first of owner, group and others that the user is decides alone, also when it allows less than the next.
    private static bool Allows(string path, UserAccount account, IReadOnlyList<uint> groups, UnixFileMode user, UnixFileMode group, UnixFileMode other)
    {
        if (OperatingSystem.IsWindows() || OwnerOf(path) is not var (owner, owningGroup)) return false;
        var mode = File.GetUnixFileMode(path);
        return (mode & (owner == account.UserId ? user : groups.Contains(owningGroup) ? group : other)) != 0;
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    private static unsafe partial int GetStatus(int folder, byte* path, int flags, uint wanted, Status* status);

    [LibraryImport("libc", EntryPoint = "statx")]
    private static unsafe partial int GetStatus(SafeFileHandle file, byte* path, int flags, uint wanted, Status* status);

    [LibraryImport("libc", EntryPoint = "chown")]
    private static unsafe partial int ChangeOwner(byte* path, uint user, uint group);

    // struct statx (statx(2)), the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
