using Todoku.Apply.Changes;

namespace Todoku.Apply.Tests.Php;

/// <summary>Where sendmail_path is really read.</summary>
public sealed class PhpChangeTests
{
    private static readonly ChangeRequest.PhpSendmail Request = new("info@customer.example", "/usr/sbin/sendmail", null);

    private readonly FakeHost _host = new();

    [Fact]
    public async Task On_Debian_each_kind_of_PHP_has_its_own_file()
    {
        _host.Files["/etc/php/8.2/cli/php.ini"] = "[mail function]\n;sendmail_path =\n";
        _host.Files["/etc/php/8.2/fpm/php.ini"] = "[mail function]\nsendmail_path = /usr/sbin/sendmail -t -i\n";
        _host.Files["/etc/php/8.2/fpm/pool.d/shop.conf"] = "[shop]\nphp_admin_value[sendmail_path] = /usr/sbin/sendmail -t -i -f shop@shop.example\n";
        _host.Files["/etc/php/8.2/apache2/php.ini"] = "";
        _host.Files["/etc/php/8.2/apache2/conf.d/99-mail.ini"] = "sendmail_path = /opt/x\n";

        var change = await ReadyAsync(Request);

        Assert.Equal(["/etc/php/8.2/apache2/conf.d/99-mail.ini", "/etc/php/8.2/cli/php.ini", "/etc/php/8.2/fpm/php.ini"], change.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.All(change.Files, file => Assert.Contains("sendmail_path = \"/usr/sbin/sendmail -t -i -f info@customer.example\"\n", file.After, StringComparison.Ordinal));
        Assert.Contains(new ChangeNote(ChangeNoteKind.PoolHasItsOwn, "/etc/php/8.2/fpm/pool.d/shop.conf"), change.Notes);
        Assert.Contains(new ChangeNote(ChangeNoteKind.RestartByHand, "php8.2-fpm"), change.Notes);
    }

    [Fact]
    public async Task A_pool_that_is_named_is_the_only_one_that_changes()
    {
        _host.Files["/etc/php.ini"] = "";
        _host.Files["/etc/php-fpm.d/www.conf"] = "[www]\nuser = apache\n";
        _host.Files["/etc/php-fpm.d/shop.conf"] = "[shop]\nuser = shop\n";

        var file = Assert.Single((await ReadyAsync(Request with { Pool = "shop" })).Files);

        Assert.Equal(("/etc/php-fpm.d/shop.conf", "[shop]\nuser = shop\nphp_admin_value[sendmail_path] = \"/usr/sbin/sendmail -t -i -f info@customer.example\"\n"), (file.Path, file.After));
        Assert.Equal(Obstacle.NoPool, Assert.IsType<Proposal.Impossible>(await PlanAsync(Request with { Pool = "none" })).Obstacle);
    }

    [Fact]
    public async Task What_runs_is_tested_and_told()
    {
        _host.Files["/etc/php/8.2/fpm/php.ini"] = "";
        _host.Rule = line => line is "systemctl is-active --quiet php8.2-fpm" or "php-fpm8.2 -t" ? new(0, "", "") : null;

        var change = await ReadyAsync(Request);

        Assert.Equal(["php-fpm8.2 -t"], change.Checks.Select(check => check.ToString()));
        Assert.Equal(["systemctl reload php8.2-fpm"], change.Activations.Select(command => command.ToString()));
    }

    [Fact]
    public async Task The_same_again_and_no_PHP_at_all()
    {
        Assert.Equal(Obstacle.NoPhp, Assert.IsType<Proposal.Impossible>(await PlanAsync(Request)).Obstacle);
        _host.Files["/etc/php.ini"] = "sendmail_path = \"/usr/sbin/sendmail -t -i -f info@customer.example\"\n";
        Assert.IsType<Proposal.AlreadySo>(await PlanAsync(Request));
    }

    private Task<Proposal> PlanAsync(ChangeRequest request) => new ChangePlanner(_host, new NoNameServers(), null).PlanAsync(request, TestContext.Current.CancellationToken);

    private async Task<Change> ReadyAsync(ChangeRequest request) => Assert.IsType<Proposal.Ready>(await PlanAsync(request)).Change;
}
