using System.Net;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Apply.Changes;

/// <summary>What is to be changed.</summary>
public abstract record ChangeRequest
{
    private ChangeRequest()
    {
    }

    /// <summary>Send through a relay.</summary>
    /// <param name="Host">Its name or address.</param>
    /// <param name="Port">Its port; 465 is TLS from the start.</param>
    /// <param name="User">Who logs in; null: nobody does.</param>
    /// <param name="Password">The password.</param>
    /// <param name="IsTlsRequired">Whether a relay without TLS gets no mail. Always so with a login.</param>
    public sealed record RelayHost(string Host, int Port, string? User, string? Password, bool IsTlsRequired) : ChangeRequest
    {
        /// <summary>Only mail to these domains goes through it; empty: all mail.</summary>
        public IReadOnlyList<string> OnlyFor { get; init; } = [];

        /// <summary>Where it is, as Postfix writes it.</summary>
        public string Place => $"[{Host}]:{Port}";

        /// <summary>Without the password.</summary>
        public override string ToString() => $"RelayHost {Host}:{Port} {User}";
    }

    /// <summary>Replace envelope senders.</summary>
    /// <param name="From">The senders: addresses, or bare names of users, to which Postfix adds its own domain.</param>
    /// <param name="To">The address that replaces them; with no <paramref name="From"/>, its domain becomes that of all bare names.</param>
    public sealed record ReturnPath(IReadOnlyList<string> From, string To) : ChangeRequest
    {
        /// <summary>Whether they are replaced only in mail that leaves the host, and there in the header, too.</summary>
        public bool IsOutgoing { get; init; }
    }

    /// <summary>Say another name in HELO.</summary>
    /// <param name="Name">The name.</param>
    public sealed record Helo(string Name) : ChangeRequest;

    /// <summary>Send by IPv4 only; mail is still taken by IPv6.</summary>
    public sealed record IPv4Only : ChangeRequest;

    /// <summary>Hand mail to a milter that signs it.</summary>
    /// <param name="Milter">Its socket, as Postfix writes it: <c>inet:127.0.0.1:8891</c>.</param>
    public sealed record Dkim(string Milter) : ChangeRequest;

    /// <summary>Let PHP name the envelope sender.</summary>
    /// <param name="Sender">The address; null: PHP's program names none.</param>
    /// <param name="Program">The program that takes the mail.</param>
    /// <param name="Pool">Only this pool of php-fpm; null: the whole server.</param>
    public sealed record PhpSendmail(string? Sender, string Program, string? Pool) : ChangeRequest;

    /// <summary>Change records of a zone, at the server that has it first.</summary>
    /// <param name="Zone">The zone.</param>
    /// <param name="Server">The server.</param>
    /// <param name="KeyFile">The file of the key that it takes.</param>
    /// <param name="Added">Records that come.</param>
    /// <param name="Removed">Records that go.</param>
    public sealed record Dns(DomainName Zone, IPEndPoint Server, string KeyFile, IReadOnlyList<ZoneRecord> Added, IReadOnlyList<ZoneRecord> Removed) : ChangeRequest
    {
        /// <summary>Records that come only where there is none of their kind.</summary>
        public IReadOnlyList<ZoneRecord> Missing { get; init; } = [];

        /// <summary>Terms that SPF records are to have.</summary>
        public IReadOnlyList<SpfTerm> SpfTerms { get; init; } = [];

        /// <summary>Whether it is the same as another one.</summary>
        public bool IsSame(Dns other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return Zone.Equals(other.Zone) && Lines(Added).SequenceEqual(Lines(other.Added)) && Lines(Removed).SequenceEqual(Lines(other.Removed))
                && Lines(Missing).SequenceEqual(Lines(other.Missing)) && SpfTerms.SequenceEqual(other.SpfTerms);
        }

        private static IEnumerable<string> Lines(IReadOnlyList<ZoneRecord> records) => records.Select(record => $"{record.Owner} {record.Type} {RecordText.Of(record.Content)}");
    }
}
