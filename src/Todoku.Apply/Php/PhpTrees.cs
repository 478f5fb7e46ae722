using Todoku.Apply.Hosts;

namespace Todoku.Apply.Php;

/// <summary>
/// Where each distribution keeps what PHP reads.
/// <list type="table">
/// <item><term>/etc/php/8.2/{cli,fpm,apache2,cgi}</term><description>Debian, Ubuntu, and the packages of sury.org: a tree for each kind.</description></item>
/// <item><term>/etc/php.ini, /etc/php.d, /etc/php-fpm.d</term><description>Fedora, RHEL and those made from it: one tree for all kinds.</description></item>
/// <item><term>/etc/opt/remi/php82</term><description>Remi's packages beside each other.</description></item>
/// <item><term>/etc/php82, /usr/local/etc/php, /opt/plesk/php/8.2/etc, /opt/cpanel/ea-php82/root/etc</term><description>Alpine; the images of Docker; Plesk; cPanel.</description></item>
/// </list>
/// </summary>
internal static class PhpTrees
{
    /// <summary>The trees that are on a host.</summary>
    public static IReadOnlyList<PhpTree> On(IApplyHost host)
    {
        var trees = new List<PhpTree>();
        foreach (var version in host.FoldersIn("/etc/php"))
            foreach (var kind in host.FoldersIn(version)) trees.Add(Debian(version, kind));
        trees.Add(Plain("/etc/php.ini", "/etc/php.d", "/etc/php-fpm.d", "php-fpm", "php-fpm"));
        foreach (var remi in host.FoldersIn("/etc/opt/remi"))
            trees.Add(Plain($"{remi}/php.ini", $"{remi}/php.d", $"{remi}/php-fpm.d", $"{NameOf(remi)}-php-fpm", $"/opt/remi/{NameOf(remi)}/root/usr/sbin/php-fpm"));
        foreach (var alpine in host.FoldersIn("/etc").Where(folder => NameOf(folder) is ['p', 'h', 'p', .. { Length: > 0 } version] && version.All(char.IsAsciiDigit)))
            trees.Add(Plain($"{alpine}/php.ini", $"{alpine}/conf.d", $"{alpine}/php-fpm.d", null, $"php-fpm{NameOf(alpine)[3..]}"));
        trees.Add(Plain("/usr/local/etc/php/php.ini", "/usr/local/etc/php/conf.d", "/usr/local/etc/php-fpm.d", null, "/usr/local/sbin/php-fpm"));
        foreach (var plesk in host.FoldersIn("/opt/plesk/php"))
            trees.Add(Plain($"{plesk}/etc/php.ini", $"{plesk}/etc/php.d", $"{plesk}/etc/php-fpm.d", $"plesk-php{NameOf(plesk).Replace(".", "", StringComparison.Ordinal)}-fpm", $"{plesk}/sbin/php-fpm"));
        foreach (var cpanel in host.FoldersIn("/opt/cpanel"))
            trees.Add(Plain($"{cpanel}/root/etc/php.ini", $"{cpanel}/root/etc/php.d", $"{cpanel}/root/etc/php-fpm.d", $"{NameOf(cpanel)}-php-fpm", $"{cpanel}/root/usr/sbin/php-fpm"));
        return [.. trees.Where(tree => host.Read(tree.Ini) is not null || host.FilesIn(tree.Extra, ".ini").Count > 0)];
    }

    private static PhpTree Debian(string version, string kind)
    {
        var (number, name) = (NameOf(version), NameOf(kind));
        return name switch
        {
            "fpm" => new PhpTree($"{kind}/php.ini", $"{kind}/conf.d", $"{kind}/pool.d", $"php{number}-fpm", $"php-fpm{number}"),
            "apache2" => new PhpTree($"{kind}/php.ini", $"{kind}/conf.d", null, "apache2", null),
            _ => new PhpTree($"{kind}/php.ini", $"{kind}/conf.d", null, null, null),
        };
    }

    private static PhpTree Plain(string ini, string extra, string pools, string? service, string tester) => new(ini, extra, pools, service, tester);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
