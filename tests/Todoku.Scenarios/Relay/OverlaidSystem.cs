using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Todoku.Scenarios.Relay;

/// <summary>
/// Runs a mail server that is not installed, since Debian has only one: its unpacked package is laid over this system, with its users, in a mount namespace of its own.
/// Nothing outside of it is touched. Needs root.
/// </summary>
internal static class OverlaidSystem
{
    private const string Users = """
        Debian-exim:x:911:911::/var/spool/exim4:/usr/sbin/nologin
        opensmtpd:x:912:912::/var/empty:/usr/sbin/nologin
        opensmtpq:x:913:913::/var/empty:/usr/sbin/nologin

        """;

    private const string Groups = "Debian-exim:x:911:\nopensmtpd:x:912:\nopensmtpq:x:913:\n";

    /// <summary>Where the packages were unpacked: <c>./test</c> does it.</summary>
    public static string Root => Unpacked();

    /// <summary>Why a program can't run here; null when it can.</summary>
    public static string? Missing(string program) => File.Exists(Path.Combine(Root, program.TrimStart('/'))) ? null : $"needs {program} unpacked in {Root} (./test does it)";

    /// <summary>Starts a server in a network namespace, its <c>/etc</c> with the given files.</summary>
    /// <param name="network">Where.</param>
    /// <param name="folder">For files.</param>
    /// <param name="files">Path below <c>/etc</c> → content.</param>
    /// <param name="command">What is run by a shell.</param>
    public static Process Start(NetworkNamespace network, string folder, IReadOnlyDictionary<string, string> files, string command)
    {
        var etc = Directory.CreateDirectory(Path.Combine(folder, "overlay-etc")).FullName;
        File.WriteAllText(Path.Combine(etc, "passwd"), File.ReadAllText("/etc/passwd") + Users);
        File.WriteAllText(Path.Combine(etc, "group"), File.ReadAllText("/etc/group") + Groups);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(etc, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        var script = $"""
            set -e
            mount -t overlay overlay -o lowerdir={etc}:/etc /etc
            mount -t overlay overlay -o lowerdir={Root}/usr:/usr /usr
            mount -t tmpfs tmpfs /var/spool
            mount -t tmpfs tmpfs /run
            {command}
            """;
        return network.Start("/usr/bin/unshare", "--mount", "--propagation", "private", "sh", "-c", script);
    }

    private static string Unpacked([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "..", "artifacts", "packages"));
}
