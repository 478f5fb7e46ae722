using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Todoku.Relay.Sendmail;

/// <summary>What the base library does not offer: opening a file that is no link and no pipe, and making the name of a file outlast the power.</summary>
internal static partial class UnixFiles
{
    // <asm-generic/fcntl.h>, and where arm64 differs from x86-64.
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    private static int NoFollow => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    private static int Folder => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;

    /// <summary>Opens a file for reading; a symbolic link is refused, and a pipe does not make it wait. Invalid when it can't be opened.</summary>
    public static SafeFileHandle OpenPlain(string path) => Open(Name(path), NonBlocking | CloseOnExec | NoFollow, 0);

    /// <summary>
    /// Syncs the names of a folder. Who may write into a folder but not read it can't open it; then the whole file system of the file is synced, which
    /// takes longer and comes to the same.
    /// </summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void SyncNames(string folder, SafeFileHandle file)
    {
        using var handle = Open(Name(folder), CloseOnExec | Folder, 0);
        if ((handle.IsInvalid ? SyncFileSystem(file) : Sync(handle)) != 0) throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial SafeFileHandle Open(ReadOnlySpan<byte> path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFileSystem(SafeFileHandle file);
}
