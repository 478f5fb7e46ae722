using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Todoku.Relay.Policy.Signing;

/// <summary>The key files of this machine. On Linux the rights that count are those of the file that was opened, not of one that has its name by then.</summary>
public sealed partial class UnixKeyFiles : IKeyFiles
{
    private const int MaxLength = 64 * 1024;

    // statx(2): the layout is the same on every machine.
    private const int StatusLength = 256;
    private const int CurrentFolder = -100;
    private const int OfDescriptor = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const int KindMask = 0xF000;
    private const int PlainFile = 0x8000;

    /// <inheritdoc/>
    public KeyFileMark? Look(string path)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return Ask(CurrentFolder, path, 0, out _);
            var file = new FileInfo(path);
            return file.Exists ? Portable(file) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public KeyFileOutcome Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var isPlain = true;
            var mark = OperatingSystem.IsLinux() ? Ask((int)file.DangerousGetHandle(), "", OfDescriptor, out isPlain) : Portable(new FileInfo(path));
            if (mark is not { } known) return new KeyFileOutcome.Refused(KeyFileProblem.Unreadable, "its rights can't be read");
            if (!isPlain || known.Length > MaxLength) return new KeyFileOutcome.Refused(KeyFileProblem.NoKeyFile, $"{known.Length} octets");
            if (!OperatingSystem.IsWindows() && KeyFileRights.Against(known, OperatingSystem.IsLinux() ? EffectiveUser() : 0) is { } refused) return refused;
            return new KeyFileOutcome.Read(known, ReadText(file, (int)known.Length));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new KeyFileOutcome.Refused(KeyFileProblem.Missing, "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new KeyFileOutcome.Refused(KeyFileProblem.Unreadable, error.Message);
        }
    }

    private static string ReadText(SafeFileHandle file, int length)
    {
        var octets = new byte[length];
        var at = 0;
        while (at < length && RandomAccess.Read(file, octets.AsSpan(at), at) is > 0 and var read) at += read;
        var text = Encoding.UTF8.GetString(octets, 0, at);
        Array.Clear(octets);
        return text;
    }

    private static KeyFileMark Portable(FileInfo file) =>
        new(0, (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100, (ulong)file.Length, OperatingSystem.IsWindows() ? 0 : file.UnixFileMode, 0);

    private static unsafe KeyFileMark? Ask(int folder, string path, int flags, out bool isPlain)
    {
        isPlain = false;
        var status = stackalloc byte[StatusLength];
        if (StatX(folder, path, flags, BasicFields, status) != 0) return null;
        var fields = new ReadOnlySpan<byte>(status, StatusLength);
        var mode = MemoryMarshal.Read<ushort>(fields[28..]);
        isPlain = (mode & KindMask) == PlainFile;
        var modified = (MemoryMarshal.Read<long>(fields[112..]) * 1_000_000_000) + MemoryMarshal.Read<uint>(fields[120..]);
        return new KeyFileMark(MemoryMarshal.Read<ulong>(fields[32..]), modified, MemoryMarshal.Read<ulong>(fields[40..]), (UnixFileMode)(mode & 0xFFF), MemoryMarshal.Read<uint>(fields[20..]));
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
