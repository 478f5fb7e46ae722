using Todoku.Apply.Changes;
using Todoku.Apply.Hosts;

namespace Todoku.Apply.Postfix;

/// <summary>Makes the changes of one Postfix instance.</summary>
internal sealed class PostfixChange(IApplyHost host, PostfixInstance postfix)
{
    private const int TlsPort = 465;

    // Debian and Ubuntu; Fedora and RHEL; Alpine: one of these is there where logins with a password work.
    private static readonly string[] LoginLibraries = ["/usr/lib/x86_64-linux-gnu/sasl2", "/usr/lib/aarch64-linux-gnu/sasl2", "/usr/lib64/sasl2", "/usr/lib/sasl2"];

    /// <summary>
    /// relayhost; TLS: must be there once a password is sent, may be else, from the start at port 465; the login in a table that only root can read. Settings for single
    /// senders and transports decide before relayhost does: they are left, and told.
    /// </summary>
    public Proposal RelayHost(ChangeRequest.RelayHost request)
    {
        var edit = new PostfixEdit(host, postfix);
        Login(edit, request);
        edit.Set("smtp_tls_wrappermode", request.Port == TlsPort ? "yes" : "no");
        if (request.Port == TlsPort || request.IsTlsRequired || request.User is not null) AtLeastEncrypted(edit);
        else if (postfix["smtp_tls_security_level"].Length == 0) edit.Set("smtp_tls_security_level", "may");
        edit.Set("relayhost", request.Place);
        foreach (var name in (string[])["transport_maps", "sender_dependent_relayhost_maps", "sender_dependent_default_transport_maps", "smtp_tls_policy_maps"])
            if (postfix[name].Length > 0) edit.Note(ChangeNoteKind.DecidedBefore, $"{name} = {postfix[name]}");
        edit.NoteServices("smtp_sasl_auth_enable", "smtp_sasl_password_maps", "smtp_tls_security_level", "smtp_tls_wrappermode", "relayhost");
        return edit.Build(ChangeKind.RelayHost, request.Place);
    }

    /// <summary>
    /// transport_maps for the domains, and TLS and login for this relay alone: what goes directly stays as it was. TLS from the start is a matter of a whole service, so it
    /// is not for single domains.
    /// </summary>
    public Proposal RelayForDomains(ChangeRequest.RelayHost request)
    {
        if (request.Port == TlsPort) return new Proposal.Impossible(Obstacle.ImplicitTlsForDomains, request.Place);
        var edit = new PostfixEdit(host, postfix);
        Login(edit, request);
        // A stricter line of the administrator's stays.
        if (request.IsTlsRequired || request.User is not null) edit.SetInTable("smtp_tls_policy_maps", "tls_policy", request.Place, "encrypt", isSecret: false, isKept: true);
        else if (postfix["smtp_tls_security_level"].Length == 0) edit.SetInTable("smtp_tls_policy_maps", "tls_policy", request.Place, "may", isSecret: false, isKept: true);
        foreach (var domain in request.OnlyFor) edit.SetInTable("transport_maps", "transport", domain, $"smtp:{request.Place}", isSecret: false);
        if (postfix["smtp_tls_wrappermode"] == "yes") edit.Note(ChangeNoteKind.DecidedBefore, "smtp_tls_wrappermode = yes");
        edit.NoteServices("smtp_sasl_auth_enable", "smtp_sasl_password_maps", "smtp_tls_policy_maps", "smtp_tls_wrappermode");
        return edit.Build(ChangeKind.RelayForDomains, $"{string.Join(", ", request.OnlyFor)} -> {request.Place}");
    }

    /// <summary>
    /// sender_canonical_maps for the envelope alone, so that From stays what the program wrote; smtp_generic_maps where the address must not be seen outside at all, while
    /// mail within the host keeps it; without single senders myorigin, which gives bare names their domain.
    /// </summary>
    public Proposal ReturnPath(ChangeRequest.ReturnPath request)
    {
        var edit = new PostfixEdit(host, postfix);
        if (request.From.Count == 0)
        {
            var domain = request.To[(request.To.LastIndexOf('@') + 1)..];
            edit.Set("myorigin", domain);
            return edit.Build(ChangeKind.ReturnPath, domain);
        }
        if (request.IsOutgoing)
        {
            foreach (var from in request.From) edit.SetInTable("smtp_generic_maps", "generic", from, request.To, isSecret: false);
            edit.NoteServices("smtp_generic_maps");
            return edit.Build(ChangeKind.ReturnPath, request.To);
        }
        foreach (var from in request.From) edit.SetInTable("sender_canonical_maps", "sender_canonical", from, request.To, isSecret: false);
        // With header_sender the From field would be replaced, too.
        if (postfix["sender_canonical_maps"].Length == 0) edit.Set("sender_canonical_classes", "envelope_sender");
        else if (postfix["sender_canonical_classes"] != "envelope_sender") edit.Note(ChangeNoteKind.DecidedBefore, $"sender_canonical_classes = {postfix["sender_canonical_classes"]}");
        edit.NoteServices("sender_canonical_maps", "sender_canonical_classes");
        return edit.Build(ChangeKind.ReturnPath, request.To);
    }

    /// <summary>smtp_helo_name: what is said to others, while programs on this host keep the name they know it by.</summary>
    public Proposal Helo(ChangeRequest.Helo request)
    {
        var edit = new PostfixEdit(host, postfix);
        // $myhostname is the same name, where it is.
        if (postfix["smtp_helo_name"] != "$myhostname" || postfix["myhostname"] != request.Name) edit.Set("smtp_helo_name", request.Name);
        edit.NoteServices("smtp_helo_name");
        return edit.Build(ChangeKind.Helo, request.Name);
    }

    /// <summary>inet_protocols of the services that send, in master.cf: mail is still taken by IPv6, and a reload is enough (in main.cf it would be a restart).</summary>
    public Proposal IPv4Only()
    {
        if (postfix["inet_protocols"] == "ipv4") return new Proposal.AlreadySo();
        var edit = new PostfixEdit(host, postfix);
        return edit.SetInServices(["smtp", "relay"], "inet_protocols", "ipv4") ? edit.Build(ChangeKind.IPv4Only, "") : new Proposal.Impossible(Obstacle.NoService, postfix.MasterCfPath);
    }

    /// <summary>The milter for mail by SMTP and for mail of programs of this host, behind those that are there; mail still goes, unsigned, when it is down.</summary>
    public Proposal Dkim(ChangeRequest.Dkim request)
    {
        var edit = new PostfixEdit(host, postfix);
        edit.Set("smtpd_milters", With(postfix["smtpd_milters"], request.Milter));
        if (postfix["non_smtpd_milters"] != "$smtpd_milters") edit.Set("non_smtpd_milters", postfix["non_smtpd_milters"].Length == 0 ? "$smtpd_milters" : With(postfix["non_smtpd_milters"], request.Milter));
        if (postfix["smtpd_milters"].Length == 0) edit.Set("milter_default_action", "accept");
        edit.NoteServices("smtpd_milters", "non_smtpd_milters");
        return edit.Build(ChangeKind.Dkim, request.Milter);
    }

    private void Login(PostfixEdit edit, ChangeRequest.RelayHost request)
    {
        if (request.User is not { } user) return;
        edit.SetInTable("smtp_sasl_password_maps", "sasl_passwd", request.Place, $"{user}:{request.Password}", isSecret: true);
        edit.Set("smtp_sasl_auth_enable", "yes");
        edit.Set("smtp_sasl_tls_security_options", "noanonymous");
        if (!LoginLibraries.Any(folder => host.FilesIn(folder, ".so").Any(file => file.EndsWith("/libplain.so", StringComparison.Ordinal)))) edit.Note(ChangeNoteKind.NoLoginLibrary, "");
    }

    // "secure" and the like are stricter, and stay.
    private void AtLeastEncrypted(PostfixEdit edit)
    {
        if (postfix["smtp_tls_security_level"] is "" or "none" or "may") edit.Set("smtp_tls_security_level", "encrypt");
    }

    private static string With(string list, string milter) =>
        list.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries) is var known && known.Contains(milter) ? list : known.Length == 0 ? milter : $"{list}, {milter}";
}
