using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Todoku.Relay.Operating;

/// <summary>
/// Gives up root for a user's rights, once the ports below 1024 are open. The C library changes all threads of the process together. The order
/// matters: groups can't be changed by who is no longer root.
/// </summary>
public static partial class Privileges
{
    /// <summary>Becomes a user for good.</summary>
    /// <returns>How it went; after a failure the process must not go on.</returns>
    public static PrivilegeOutcome DropTo(string user)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        if (UserAccount.Find(user) is not { } account) return new PrivilegeOutcome.NoSuchUser(user);
        if (!UserAccount.IsRoot) return account.UserId == EffectiveUser() ? new PrivilegeOutcome.Dropped(account) : new PrivilegeOutcome.NotRoot(user);
        if (account.UserId == 0) return new PrivilegeOutcome.Dropped(account);
        if (InitializeGroups(Encoding.UTF8.GetBytes(user + '\0'), account.GroupId) != 0 || SetGroup(account.GroupId) != 0 || SetUser(account.UserId) != 0)
            return new PrivilegeOutcome.Refused(user, new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        // If root can be had back, nothing was given up.
        return SetUser(0) != 0 ? new PrivilegeOutcome.Dropped(account) : new PrivilegeOutcome.Refused(user, "root could be had back");
    }

    /// <summary>Becomes whoever a file belongs to, so that what is made beside it belongs to the same; without further groups. False when the system refuses.</summary>
    public static bool Assume(UserIdentity identity) =>
        SetGroups(0, 0) == 0 && SetGroup(identity.Group) == 0 && SetUser(identity.User) == 0 && (identity.User == 0 || SetUser(0) != 0);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "initgroups", SetLastError = true)]
    private static partial int InitializeGroups(ReadOnlySpan<byte> user, uint group);

    [LibraryImport("libc", EntryPoint = "setgroups", SetLastError = true)]
    private static partial int SetGroups(nuint count, nint groups);

    [LibraryImport("libc", EntryPoint = "setgid", SetLastError = true)]
    private static partial int SetGroup(uint group);

    [LibraryImport("libc", EntryPoint = "setuid", SetLastError = true)]
    private static partial int SetUser(uint user);
}
