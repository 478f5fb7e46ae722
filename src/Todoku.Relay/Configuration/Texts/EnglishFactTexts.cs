using Todoku.Authentication.Dkim;
using Todoku.Relay.Configuration.Checking;
using Fact = Todoku.Relay.Configuration.Checking.ConfigurationFact;

namespace Todoku.Relay.Configuration.Texts;

internal sealed class EnglishFactTexts : FactTexts
{
    public override string Of(Fact fact) => fact switch
    {
        Fact.CanListen it => $"{it.Place} is free to listen on",
        Fact.CannotListen it => $"{it.Place} can't be listened on: {Why(it)}",
        Fact.IsRunning => "the relay runs, so its ports were not tried",
        Fact.NameConfirmed it => $"path {it.Path}: the reverse name of {it.Address} is {it.HelloName}, which leads back to it",
        Fact.NoReverseName it => $"path {it.Path}: {it.Address} has no reverse name, and many servers refuse it: ask who rents the address out to set its PTR record to {it.HelloName}",
        Fact.OtherReverseName it => $"path {it.Path}: the reverse name of {it.Address} is {string.Join(", ", it.Names)}, but EHLO says {it.HelloName}: "
            + $"write helo = \"{it.Names[0]}\" in [[path]], or have the PTR record set to {it.HelloName}",
        Fact.NameLeadsElsewhere it => $"path {it.Path}: {it.HelloName} does not lead to {it.Address}: publish {it.HelloName}. IN {Type(it.Address)} {it.Address}",
        Fact.NameUnknown it => $"path {it.Path}: DNS does not say which name {it.Address} has: try again later",
        Fact.AddressUnknown it => $"path {it.Path}: the address that mail leaves from can't be seen here: write ipv4 or ipv6 in [[path]] if this machine has it; else look at it with todoku check --ip",
        Fact.KeyPublished it => $"the key of {it.Name} is published",
        Fact.KeyMissing it => $"the key of {it.Name} is not published, so nobody can verify the signatures: publish\n{DkimKeyText.ZoneLine(it.Name.ToString(), it.Value)}",
        Fact.KeyDiffers it => $"another key than the one in the file is published at {it.Name}: name the right file or selector, or publish\n{DkimKeyText.ZoneLine(it.Name.ToString(), it.Value)}",
        Fact.KeyUnknown it => $"DNS does not say whether the key of {it.Name} is published: try again later",
        Fact.FolderWritable it => $"{it.Path} can be written to",
        Fact.FolderToBeMade it => $"{it.Path} will be made at the first start",
        Fact.FolderNotWritable it => $"{it.User} can't write to {it.Path}: install -d -o {it.User} -m 700 {it.Path}",
        Fact.NotReadableByUser it => $"{it.User}, whom the relay runs as, can't read {it.Path}: chgrp {it.User} {it.Path} && chmod 640 {it.Path} (and see that the folders above can be entered)",
        Fact.NoSuchUser it => $"there is no user {it.User}: useradd --system --home-dir /var/lib/todoku --shell /usr/sbin/nologin {it.User}",
        Fact.CertificateHolds it => $"the certificate {it.File} holds until {Day(it.Until)}",
        Fact.CertificateEndsSoon it => $"the certificate {it.File} ends on {Day(it.Until)}: see why it was not renewed",
        Fact.CertificateEnded it => $"the certificate {it.File} does not hold now (it is for until {Day(it.Until)}): renew it",
        Fact.CertificateOfOthers it => $"the certificate {it.File} is not for {it.HostName}: clients that check names will complain; get one for that name",
        Fact.BouncesComeHere it => $"bounces to {it.Domain} come to this relay",
        Fact.BouncesGoElsewhere it => it.Hosts.Count == 0
            ? $"{it.Domain} has no MX, so bounces are lost: publish {it.Domain}. IN MX 10 {it.HostName}."
            : $"the MX of {it.Domain} is {string.Join(", ", it.Hosts)}, so bounces don't come to this relay: publish {it.Domain}. IN MX 10 {it.HostName}.",
        Fact.BouncesUnknown it => $"DNS does not say where bounces to {it.Domain} go: try again later",
        Fact.SmartHostFound it => $"path {it.Path}: {it.Host} has an address",
        Fact.SmartHostNotFound it => $"path {it.Path}: DNS gives no address for {it.Host}: check the name",
        Fact.Users { Count: 0 } => "nobody can log in yet: todoku relay passwd USER",
        Fact.Users it => it.Count == 1 ? "1 user can log in" : $"{it.Count} users can log in",
        Fact.UsersBroken it => $"the file of the users can't be used: {it.Detail}",
        _ => "",
    };

    private static string Why(Fact.CannotListen fact) => fact.Fault switch
    {
        ListenFault.InUse => "another program listens there (ss -ltnp shows which): stop it, or write another port",
        ListenFault.NotAllowed => "ports below 1024 need root: start it as root with user in [relay], or by the systemd unit",
        ListenFault.NotOurs => "this machine does not have the address: write one of its own, or 0.0.0.0",
        _ => fact.Detail,
    };

    private static string Type(System.Net.IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "AAAA" : "A";
}
