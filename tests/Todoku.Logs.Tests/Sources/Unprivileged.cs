using System.Runtime.InteropServices;

namespace Todoku.Logs.Tests.Sources;

/// <summary>
/// Lets the calling thread open files as a user without privileges, also when the tests run as root: the kernel then leaves out the
/// capabilities that pass over permissions (setfsuid(2)).
/// </summary>
internal sealed partial class Unprivileged : IDisposable
{
    private const uint Nobody = 65534;

    private readonly uint _previous;

    private Unprivileged(uint previous) => _previous = previous;

    /// <summary>Begins; ends with the disposal, on the same thread.</summary>
    public static Unprivileged Begin() => new(SetFileSystemUser(Nobody));

    /// <inheritdoc/>
    public void Dispose() => _ = SetFileSystemUser(_previous);

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial uint SetFileSystemUser(uint user);
}
