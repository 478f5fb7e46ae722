using System.Net;
using Todoku.Mail;

namespace Todoku.Relay.Configuration.Checking;

/// <summary>One thing about the world that a configuration counts on, as it is.</summary>
/// <param name="Status">What it means.</param>
public abstract record ConfigurationFact(FactStatus Status)
{
    /// <summary>An address can be listened on.</summary>
    public sealed record CanListen(IPEndPoint Place) : ConfigurationFact(FactStatus.Fine);

    /// <summary>An address can't be listened on.</summary>
    public sealed record CannotListen(IPEndPoint Place, ListenFault Fault, string Detail) : ConfigurationFact(FactStatus.Problem);

    /// <summary>The relay runs, so that its own ports are taken.</summary>
    public sealed record IsRunning() : ConfigurationFact(FactStatus.Fine);

    /// <summary>The name said in EHLO is the address's own, and leads back to it.</summary>
    public sealed record NameConfirmed(string Path, IPAddress Address, DomainName HelloName) : ConfigurationFact(FactStatus.Fine);

    /// <summary>An address has no name.</summary>
    public sealed record NoReverseName(string Path, IPAddress Address, DomainName HelloName) : ConfigurationFact(FactStatus.Problem);

    /// <summary>An address has another name than the one said in EHLO.</summary>
    public sealed record OtherReverseName(string Path, IPAddress Address, IReadOnlyList<DomainName> Names, DomainName HelloName) : ConfigurationFact(FactStatus.Problem);

    /// <summary>The name of an address does not lead back to it.</summary>
    public sealed record NameLeadsElsewhere(string Path, IPAddress Address, DomainName HelloName) : ConfigurationFact(FactStatus.Problem);

    /// <summary>DNS does not say which name an address has.</summary>
    public sealed record NameUnknown(string Path, IPAddress Address) : ConfigurationFact(FactStatus.Unknown);

    /// <summary>Which address a path sends from can't be seen on this machine: the system chooses it, or it is an inner one.</summary>
    public sealed record AddressUnknown(string Path) : ConfigurationFact(FactStatus.Unknown);

    /// <summary>The public part of a key is in DNS.</summary>
    public sealed record KeyPublished(DomainName Name) : ConfigurationFact(FactStatus.Fine);

    /// <summary>It is not.</summary>
    /// <param name="Name">Where it belongs.</param>
    /// <param name="Value">The record.</param>
    public sealed record KeyMissing(DomainName Name, string Value) : ConfigurationFact(FactStatus.Problem);

    /// <summary>Another key is there.</summary>
    /// <param name="Name">Where.</param>
    /// <param name="Value">The record that belongs there.</param>
    public sealed record KeyDiffers(DomainName Name, string Value) : ConfigurationFact(FactStatus.Problem);

    /// <summary>DNS does not say.</summary>
    public sealed record KeyUnknown(DomainName Name) : ConfigurationFact(FactStatus.Unknown);

    /// <summary>A folder can be written to.</summary>
    public sealed record FolderWritable(string Path) : ConfigurationFact(FactStatus.Fine);

    /// <summary>A folder is not there yet; it is made at the first start.</summary>
    public sealed record FolderToBeMade(string Path) : ConfigurationFact(FactStatus.Fine);

    /// <summary>A folder can't be written to.</summary>
    public sealed record FolderNotWritable(string Path, string User) : ConfigurationFact(FactStatus.Problem);

    /// <summary>A file that the user whom the relay runs as can't read.</summary>
    public sealed record NotReadableByUser(string Path, string User) : ConfigurationFact(FactStatus.Problem);

    /// <summary>The user whom the relay is to run as is not there.</summary>
    public sealed record NoSuchUser(string User) : ConfigurationFact(FactStatus.Problem);

    /// <summary>A certificate holds, for the name of the relay.</summary>
    public sealed record CertificateHolds(string File, DateTimeOffset Until) : ConfigurationFact(FactStatus.Fine);

    /// <summary>A certificate ends soon.</summary>
    public sealed record CertificateEndsSoon(string File, DateTimeOffset Until) : ConfigurationFact(FactStatus.Warning);

    /// <summary>A certificate ended, or has not begun.</summary>
    public sealed record CertificateEnded(string File, DateTimeOffset Until) : ConfigurationFact(FactStatus.Problem);

    /// <summary>A certificate is for other names.</summary>
    public sealed record CertificateOfOthers(string File, DomainName HostName) : ConfigurationFact(FactStatus.Warning);

    /// <summary>Bounces come back to this relay.</summary>
    public sealed record BouncesComeHere(DomainName Domain) : ConfigurationFact(FactStatus.Fine);

    /// <summary>Bounces go elsewhere.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="Hosts">Its MX hosts; empty when it has none.</param>
    /// <param name="HostName">Where they should go.</param>
    public sealed record BouncesGoElsewhere(DomainName Domain, IReadOnlyList<DomainName> Hosts, DomainName HostName) : ConfigurationFact(FactStatus.Problem);

    /// <summary>DNS does not say where they go.</summary>
    public sealed record BouncesUnknown(DomainName Domain) : ConfigurationFact(FactStatus.Unknown);

    /// <summary>A smart host has an address.</summary>
    public sealed record SmartHostFound(string Path, string Host) : ConfigurationFact(FactStatus.Fine);

    /// <summary>A smart host has none.</summary>
    public sealed record SmartHostNotFound(string Path, string Host) : ConfigurationFact(FactStatus.Problem);

    /// <summary>The users that may submit.</summary>
    public sealed record Users(int Count) : ConfigurationFact(Count > 0 ? FactStatus.Fine : FactStatus.Warning);

    /// <summary>The file of the users is broken.</summary>
    public sealed record UsersBroken(string Detail) : ConfigurationFact(FactStatus.Problem);
}
