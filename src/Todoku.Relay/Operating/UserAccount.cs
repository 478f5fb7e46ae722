using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Todoku.Relay.Operating;

/// <summary>A user of this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UserId">Its number; 0 is root.</param>
/// <param name="GroupId">The number of its first group.</param>
public sealed partial record UserAccount(string Name, uint UserId, uint GroupId)
{
    private const int BufferSize = 16 * 1024;
    private const int MaxGroups = 1024;

    /// <summary>Whether this process runs as root.</summary>
    public static bool IsRoot => OperatingSystem.IsLinux() && EffectiveUser() == 0;

    /// <summary>The number of who this process runs as; 0 where users have none.</summary>
    public static uint CurrentId => OperatingSystem.IsLinux() ? EffectiveUser() : 0;

    /// <summary>Who this process runs as; null where that is nobody with a name.</summary>
    public static UserAccount? Current() => OperatingSystem.IsLinux() ? Find(Environment.UserName) : null;

    /// <summary>Finds a user by name, in whatever the machine keeps them in; null when there is none.</summary>
    public static unsafe UserAccount? Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!OperatingSystem.IsLinux()) return null;
        var buffer = new byte[BufferSize];
        fixed (byte* start = buffer, text = Encoding.UTF8.GetBytes(name + '\0'))
        {
            Entry entry;
            Entry* found;
            return GetUser(text, &entry, start, BufferSize, &found) == 0 && found is not null ? new UserAccount(name, found->User, found->Group) : null;
        }
    }

    /// <summary>Finds the name of a user; the number itself when it has none.</summary>
    public static unsafe string NameOf(uint userId)
    {
        var number = userId.ToString(CultureInfo.InvariantCulture);
        if (!OperatingSystem.IsLinux()) return number;
        var buffer = new byte[BufferSize];
        fixed (byte* start = buffer)
        {
            Entry entry;
            Entry* found;
            return GetUser(userId, &entry, start, BufferSize, &found) == 0 && found is not null ? Marshal.PtrToStringUTF8((nint)found->Name) ?? number : number;
        }
    }

    /// <summary>The numbers of all groups that the user is in.</summary>
    public unsafe IReadOnlyList<uint> Groups()
    {
        if (!OperatingSystem.IsLinux()) return [GroupId];
        var groups = new uint[MaxGroups];
        var count = groups.Length;
        fixed (byte* name = Encoding.UTF8.GetBytes(Name + '\0'))
        fixed (uint* first = groups)
        {
            if (GetGroups(name, GroupId, first, &count) < 0) return [GroupId];
        }
        return groups[..count];
    }

    [LibraryImport("libc", EntryPoint = "getgrouplist")]
    private static unsafe partial int GetGroups(byte* user, uint group, uint* groups, int* count);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "getpwnam_r")]
    private static unsafe partial int GetUser(byte* name, Entry* entry, byte* buffer, nuint size, Entry** result);

    [LibraryImport("libc", EntryPoint = "getpwuid_r")]
    private static unsafe partial int GetUser(uint user, Entry* entry, byte* buffer, nuint size, Entry** result);

    // struct passwd of Linux, which glibc and musl have alike.
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Entry
    {
        public byte* Name;
        public byte* Password;
        public uint User;
        public uint Group;
        public byte* Description;
        public byte* Home;
        public byte* Shell;
    }
}
