using System.Runtime.InteropServices;

namespace Todoku.Relay.Operating;

/// <summary>Who a process runs as, by number.</summary>
/// <param name="User">The user; 0 is root.</param>
/// <param name="Group">The group.</param>
public readonly partial record struct UserIdentity(uint User, uint Group)
{
    /// <summary>Who this process runs as.</summary>
    public static UserIdentity OfProcess() => OperatingSystem.IsLinux() ? new UserIdentity(EffectiveUser(), EffectiveGroup()) : default;

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "getegid")]
    private static partial uint EffectiveGroup();
}
