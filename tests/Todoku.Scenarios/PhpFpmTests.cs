using System.Diagnostics;
using Todoku.Scenarios.Relay;

namespace Todoku.Scenarios;

/// <summary>
/// <c>todoku apply php-sendmail</c> is in force for the next request to a real php-fpm, as Debian packages it. It runs in a mount namespace of its own, where nothing restarts
/// services: the reload that systemd would make is a signal here.
/// </summary>
public sealed class PhpFpmTests : IDisposable
{
    private const string CgiClient = "/usr/bin/cgi-fcgi";

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-php-").FullName;

    [Fact]
    public async Task Mail_of_a_request_has_the_new_envelope_sender_until_that_is_undone()
    {
        Require();

        var output = await RunAsync("""
            request; apply php-sendmail --sender info@customer.example --program $folder/recorder --yes --lang en >> apply.log; reload
            request; apply php-sendmail --sender shop@customer.example --program $folder/recorder --pool www --yes --lang en >> apply.log; reload
            request; apply --undo 1 --yes >> apply.log; reload
            request
            """);

        Assert.Equal(
            ["no program", $"{_folder}/recorder -t -i -f info@customer.example", $"{_folder}/recorder -t -i -f shop@customer.example", "no program"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["-t -i -f info@customer.example", "-t -i -f shop@customer.example"], File.ReadAllLines(Path.Combine(_folder, "called")));
        Assert.Contains("If it runs, restart it afterwards: php", File.ReadAllText(Path.Combine(_folder, "apply.log")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // php.ini as the package's script for its installation makes it.
    private async Task<string> RunAsync(string steps)
    {
        var version = Path.GetFileName(Directory.GetDirectories(Path.Combine(OverlaidSystem.Root, "etc", "php")).Single());
        File.WriteAllText(Path.Combine(_folder, "form.php"), """
            <?php
            if (!str_contains(ini_get('sendmail_path'), 'recorder')) { echo "no program\n"; exit; }
            mail('a@shop.example', 'subject', 'text');
            echo ini_get('sendmail_path'), "\n";
            """);
        File.WriteAllText(Path.Combine(_folder, "recorder"), $"#!/bin/sh\ncat > /dev/null\necho \"$@\" >> {_folder}/called\n");
        File.WriteAllText(Path.Combine(_folder, "run"), $$"""
            set -e
            folder={{_folder}}
            cd $folder
            mkdir state rw
            mount -t tmpfs tmpfs rw
            mkdir rw/upper rw/work
            mount -t overlay overlay -o lowerdir={{OverlaidSystem.Root}}/etc:/etc,upperdir=rw/upper,workdir=rw/work /etc
            mount -t overlay overlay -o lowerdir={{OverlaidSystem.Root}}/usr:/usr /usr
            mount -t tmpfs tmpfs /run
            mount -t tmpfs tmpfs /var/log
            touch /var/log/php{{version}}-fpm.log
            mkdir /run/php
            chmod 755 $folder recorder
            touch called
            chmod 666 called
            cp /usr/lib/php/{{version}}/php.ini-production /etc/php/{{version}}/fpm/php.ini
            php-fpm{{version}} --nodaemonize --fpm-config /etc/php/{{version}}/fpm/php-fpm.conf 2> fpm.log &
            fpm=$!
            trap 'kill $fpm' EXIT
            ready() { until [ "$(grep -c 'ready to handle connections' /var/log/php{{version}}-fpm.log)" -ge $1 ]; do sleep 0.05; done; }
            loads=1
            reload() { kill -USR2 $fpm; loads=$((loads + 1)); ready $loads; }
            request() { SCRIPT_FILENAME=$folder/form.php REQUEST_METHOD=GET cgi-fcgi -bind -connect /run/php/php{{version}}-fpm.sock | sed '1,/^.$/d'; }
            apply() { '{{TodokuCommand.BinaryPath}}' apply "$@" --state $folder/state; }
            ready 1
            {{steps}}
            """.ReplaceLineEndings("\n"));
        var start = new ProcessStartInfo("unshare", ["--mount", "--propagation", "private", "timeout", "120", "sh", Path.Combine(_folder, "run")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("unshare did not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require()
    {
        var missing = TodokuCommand.Missing() ?? (Environment.UserName == "root" ? null : "needs root, for a mount namespace");
        if (missing is null && !File.Exists(CgiClient)) missing = "needs cgi-fcgi (apt-get install libfcgi-bin)";
        if (missing is null && !Directory.Exists(Path.Combine(OverlaidSystem.Root, "etc", "php"))) missing = $"needs php-fpm unpacked in {OverlaidSystem.Root} (./test does it)";
        if (missing is null) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
