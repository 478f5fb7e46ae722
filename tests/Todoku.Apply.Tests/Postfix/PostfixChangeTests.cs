using Todoku.Apply.Changes;

namespace Todoku.Apply.Tests.Postfix;

/// <summary>What each change does to Postfix's files, and what it leaves.</summary>
public sealed class PostfixChangeTests
{
    private const string Main = "/etc/postfix/main.cf";

    private readonly FakeHost _host = new() { Files = { [Main] = "# web server\nmydestination =\n" } };

    [Fact]
    public async Task A_relay_with_a_login_needs_TLS_and_keeps_the_password_from_others()
    {
        var change = await ReadyAsync(new ChangeRequest.RelayHost("relay.example", 587, "web1", "p4ss", true));

        Assert.Equal(["/etc/postfix/sasl_passwd", Main], change.Files.Select(file => file.Path));
        Assert.Equal("[relay.example]:587    web1:p4ss\n", change.Files[0].After);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, change.Files[0].Mode);
        Assert.True(change.Files[0].IsSecret);
        Assert.Equal("""
            # web server
            mydestination =
            smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
            smtp_sasl_auth_enable = yes
            smtp_sasl_tls_security_options = noanonymous
            smtp_tls_wrappermode = no
            smtp_tls_security_level = encrypt
            relayhost = [relay.example]:587

            """, change.Files[1].After);
        Assert.Equal("postmap -c /etc/postfix hash:/etc/postfix/sasl_passwd", Assert.Single(change.Builds).Command.ToString());
        Assert.Contains(change.Notes, note => note.Kind == ChangeNoteKind.NoLoginLibrary);
        Assert.DoesNotContain(change.Checks.Concat(change.Activations), command => command.ToString().Contains("p4ss", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Port_465_is_TLS_from_the_start()
    {
        var after = (await ReadyAsync(new ChangeRequest.RelayHost("relay.example", 465, null, null, false))).Files[^1].After!;

        Assert.Contains("smtp_tls_wrappermode = yes\nsmtp_tls_security_level = encrypt\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stricter_TLS_and_tables_of_the_administrator_stay()
    {
        _host.Files[Main] = "smtp_tls_security_level = verify\nsmtp_sasl_password_maps = mysql:/etc/x.cf, texthash:/etc/postfix/logins\ntransport_maps = hash:/etc/postfix/transport\n";
        _host.Files["/etc/postfix/logins"] = "[other]:587 a:b\n";

        var change = await ReadyAsync(new ChangeRequest.RelayHost("relay.example", 587, "u", "p", true));

        Assert.Equal("[other]:587 a:b\n[relay.example]:587    u:p\n", change.Files[0].After);
        Assert.Empty(change.Builds);
        Assert.StartsWith(_host.Files[Main], change.Files[1].After, StringComparison.Ordinal);
        Assert.Equal(1, change.Files[1].After!.Split("smtp_tls_security_level").Length - 1);
        Assert.Contains(new ChangeNote(ChangeNoteKind.DecidedBefore, "transport_maps = hash:/etc/postfix/transport"), change.Notes);
    }

    [Fact]
    public async Task A_table_of_another_kind_is_asked_after_ours()
    {
        _host.Files[Main] = "smtp_sasl_password_maps = mysql:/etc/x.cf\n";

        Assert.StartsWith("smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd, mysql:/etc/x.cf\n", (await ReadyAsync(new ChangeRequest.RelayHost("r", 587, "u", "p", true))).Files[1].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_envelope_alone_gets_another_sender()
    {
        var change = await ReadyAsync(new ChangeRequest.ReturnPath(["apache@web1.hosting.example"], "info@customer.example"));

        Assert.Equal("apache@web1.hosting.example    info@customer.example\n", change.Files[0].After);
        Assert.EndsWith("sender_canonical_maps = hash:/etc/postfix/sender_canonical\nsender_canonical_classes = envelope_sender\n", change.Files[1].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_rewriting_of_senders_stays_as_it_is()
    {
        _host.Files[Main] = "sender_canonical_maps = hash:/etc/postfix/canon\n";
        _host.Files["/etc/postfix/canon"] = "root  admin@x.example\n";

        var change = await ReadyAsync(new ChangeRequest.ReturnPath(["apache@web1"], "info@customer.example"));

        Assert.Equal("/etc/postfix/canon", Assert.Single(change.Files).Path);
        Assert.Contains(change.Notes, note => note.Kind == ChangeNoteKind.DecidedBefore && note.Detail.StartsWith("sender_canonical_classes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_by_the_relay_for_some_domains_leaves_all_else_as_it_was()
    {
        var change = await ReadyAsync(new ChangeRequest.RelayHost("relay.example", 587, "web1", "p4ss", true) { OnlyFor = ["gmail.com", "shop.example"] });

        Assert.Equal(ChangeKind.RelayForDomains, change.Kind);
        Assert.Equal("gmail.com    smtp:[relay.example]:587\nshop.example    smtp:[relay.example]:587\n", File(change, "/etc/postfix/transport"));
        Assert.Equal("[relay.example]:587    encrypt\n", File(change, "/etc/postfix/tls_policy"));
        Assert.Equal("[relay.example]:587    web1:p4ss\n", File(change, "/etc/postfix/sasl_passwd"));
        Assert.Equal("""
            # web server
            mydestination =
            smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
            smtp_sasl_auth_enable = yes
            smtp_sasl_tls_security_options = noanonymous
            smtp_tls_policy_maps = hash:/etc/postfix/tls_policy
            transport_maps = hash:/etc/postfix/transport

            """, File(change, Main));
        Assert.Equal(3, change.Builds.Count);
    }

    [Fact]
    public async Task Lines_of_the_administrator_stay_beside_those_of_single_domains()
    {
        _host.Files[Main] = "transport_maps = texthash:/etc/postfix/ways\nsmtp_tls_policy_maps = texthash:/etc/postfix/tls\nsmtp_tls_security_level = may\n";
        _host.Files["/etc/postfix/ways"] = "intern.example smtp:[192.0.2.9]\n";
        _host.Files["/etc/postfix/tls"] = "[relay.example]:587 secure match=relay.example\n";

        var change = await ReadyAsync(new ChangeRequest.RelayHost("relay.example", 587, null, null, true) { OnlyFor = ["gmail.com"] });

        Assert.Equal("/etc/postfix/ways", Assert.Single(change.Files).Path);
        Assert.Equal("intern.example smtp:[192.0.2.9]\ngmail.com    smtp:[relay.example]:587\n", change.Files[0].After);
    }

    [Fact]
    public async Task TLS_from_the_start_is_not_for_single_domains() =>
        Assert.Equal(Obstacle.ImplicitTlsForDomains, Assert.IsType<Proposal.Impossible>(await PlanAsync(new ChangeRequest.RelayHost("relay.example", 465, null, null, true) { OnlyFor = ["gmail.com"] })).Obstacle);

    [Fact]
    public async Task An_address_that_must_not_be_seen_outside_is_replaced_on_the_way_out()
    {
        var change = await ReadyAsync(new ChangeRequest.ReturnPath(["root@web1.localdomain"], "info@customer.example") { IsOutgoing = true });

        Assert.Equal("root@web1.localdomain    info@customer.example\n", File(change, "/etc/postfix/generic"));
        Assert.EndsWith("mydestination =\nsmtp_generic_maps = hash:/etc/postfix/generic\n", File(change, Main), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_single_senders_bare_names_get_the_domain() =>
        Assert.EndsWith("myorigin = customer.example\n", (await ReadyAsync(new ChangeRequest.ReturnPath([], "customer.example"))).Files[0].After, StringComparison.Ordinal);

    [Fact]
    public async Task The_name_in_HELO_is_the_host_name_already()
    {
        Assert.IsType<Proposal.AlreadySo>(await PlanAsync(new ChangeRequest.Helo("web1.hosting.example")));
        Assert.EndsWith("smtp_helo_name = mail.customer.example\n", (await ReadyAsync(new ChangeRequest.Helo("mail.customer.example"))).Files[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IPv4_only_is_set_for_what_sends()
    {
        _host.Files["/etc/postfix/master.cf"] = "smtp inet n - y - - smtpd\nsmtp unix - - y - - smtp\n";

        Assert.Equal("smtp inet n - y - - smtpd\nsmtp unix - - y - - smtp\n  -o inet_protocols=ipv4\n", (await ReadyAsync(new ChangeRequest.IPv4Only())).Files[0].After);
        _host.Files["/etc/postfix/master.cf"] = "smtp inet n - y - - smtpd\n";
        Assert.Equal(Obstacle.NoService, Assert.IsType<Proposal.Impossible>(await PlanAsync(new ChangeRequest.IPv4Only())).Obstacle);
    }

    [Fact]
    public async Task A_signer_stands_behind_the_milters_that_are_there()
    {
        _host.Files[Main] = "smtpd_milters = inet:127.0.0.1:11332\nnon_smtpd_milters = $smtpd_milters\n";

        var change = await ReadyAsync(new ChangeRequest.Dkim("inet:127.0.0.1:8891"));

        Assert.Equal("smtpd_milters = inet:127.0.0.1:11332, inet:127.0.0.1:8891\nnon_smtpd_milters = $smtpd_milters\n", change.Files[0].After);
        _host.Files[Main] = change.Files[0].After!;
        Assert.IsType<Proposal.AlreadySo>(await PlanAsync(new ChangeRequest.Dkim("inet:127.0.0.1:8891")));
    }

    [Fact]
    public async Task A_service_with_a_setting_of_its_own_is_told()
    {
        _host.Rule = line => line.EndsWith(" -P", StringComparison.Ordinal) ? new(0, "smtp/unix/smtp_helo_name = other.example\n", "") : null;

        Assert.Contains(new ChangeNote(ChangeNoteKind.ServiceHasItsOwn, "smtp/unix/smtp_helo_name"), (await ReadyAsync(new ChangeRequest.Helo("mail.customer.example"))).Notes);
    }

    [Fact]
    public async Task With_several_instances_somebody_must_say_which()
    {
        _host.Files[Main] = "multi_instance_directories = /etc/postfix-out\n";
        _host.Files["/etc/postfix-out/main.cf"] = "x = 1\n";

        var which = Assert.IsType<Proposal.Impossible>(await PlanAsync(new ChangeRequest.Helo("mail.customer.example")));
        Assert.Equal((Obstacle.SeveralInstances, "/etc/postfix, /etc/postfix-out"), (which.Obstacle, which.Detail));
        Assert.Equal("/etc/postfix-out/main.cf", (await ReadyAsync(new ChangeRequest.Helo("mail.customer.example"), "/etc/postfix-out")).Files[0].Path);
    }

    [Fact]
    public async Task Without_Postfix_it_says_so()
    {
        _host.HasPostfix = false;

        Assert.Equal(Obstacle.NoPostfix, Assert.IsType<Proposal.Impossible>(await PlanAsync(new ChangeRequest.IPv4Only())).Obstacle);
    }

    private static string? File(Change change, string path) => change.Files.Single(file => file.Path == path).After;

    private Task<Proposal> PlanAsync(ChangeRequest request, string? folder = null) => new ChangePlanner(_host, new NoNameServers(), folder).PlanAsync(request, TestContext.Current.CancellationToken);

    private async Task<Change> ReadyAsync(ChangeRequest request, string? folder = null) => Assert.IsType<Proposal.Ready>(await PlanAsync(request, folder)).Change;
}
