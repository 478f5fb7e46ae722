using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>All failures of one cause (or of one situation) at one provider, counted and sampled in constant memory.</summary>
internal sealed class FailureGroup(Provider provider, Cause cause)
{
    private long _sampled;
    private long _networkListed;
    private long _namesIpv6;

    public Provider Provider { get; } = provider;

    public Cause Cause { get; } = cause;

    /// <summary>Attempts that failed; echoes and warnings are none.</summary>
    public long Attempts { get; private set; }

    /// <summary>Messages that waited for a delivery which was never seen.</summary>
    public long WrittenOff { get; set; }

    /// <summary>Of these, for good.</summary>
    public long Bounced { get; private set; }

    /// <summary>Of these, over IPv6.</summary>
    public long OverIpv6 { get; private set; }

    /// <summary>Messages given up after their time in the queue, this being the last cause.</summary>
    public long Expired { get; set; }

    /// <summary>Log lines that repeat a failure without a new attempt.</summary>
    public long Echoes { get; private set; }

    /// <summary>First failure, UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>Last failure, UTC ticks.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Deliveries that failed by this last and are neither delivered nor given up.</summary>
    public int Pending { get; set; }

    /// <summary>Deliveries that failed by this and were made later.</summary>
    public long Healed { get; set; }

    /// <summary>Whether nothing was delivered at the provider since the last failure.</summary>
    public bool IsWatched { get; set; }

    /// <summary>The first delivery at the provider after the last failure, UTC ticks; good unless <see cref="IsWatched"/>.</summary>
    public long DeliveredFrom { get; set; }

    /// <summary>How many deliveries the provider had before that one, and how many of these by a relay for another host.</summary>
    public long DeliveredBefore { get; set; }

    /// <inheritdoc cref="DeliveredBefore"/>
    public long RelayedBefore { get; set; }

    /// <summary>Messages that were given up, by <see cref="DeliveryAttempt.MessageKey"/>.</summary>
    public DistinctCounter Lost { get; } = new();

    public DistinctCounter Recipients { get; } = new();

    public TopCounter SenderDomains { get; } = new();

    public TopCounter Submitters { get; } = new();

    public TopCounter LocalAddresses { get; } = new();

    /// <summary>Signing domain and selector, parted by a line feed.</summary>
    public TopCounter Signatures { get; } = new();

    public TopCounter Relays { get; } = new();

    public HostTails Hosts { get; } = new();

    public ValueCounts Values { get; } = new();

    public EvidenceSample Evidence { get; } = new();

    /// <summary>The article that the last reading named; empty for a situation.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>Which causes a situation's failures had; null for the group of a cause.</summary>
    public CauseTally? UnderlyingCauses { get; private set; }

    /// <summary>Whether most of the replies looked at speak of a listing of the network rather than of the address.</summary>
    public bool IsNetworkListing => _networkListed * 2 > _sampled;

    /// <summary>Whether most of the replies looked at speak of IPv6.</summary>
    public bool NamesIpv6 => _namesIpv6 * 2 > _sampled;

    /// <summary>Whether everything that failed by this was delivered later.</summary>
    public bool HasHealed => Healed > 0 && Pending == 0 && Lost.IsEmpty && Expired == 0;

    /// <summary>Counts one failure.</summary>
    /// <param name="attempt">The failure.</param>
    /// <param name="host">Index of the sending host.</param>
    /// <param name="hostAttempt">Which of the host's attempts at this provider it was.</param>
    /// <param name="recipient">Hash of the recipient.</param>
    public void Add(in DeliveryAttempt attempt, int host, long hostAttempt, ulong recipient)
    {
        Count(attempt, recipient);
        Hosts.Add(host, hostAttempt, isLost: attempt.Status != DeliveryStatus.Deferred);
        if (!attempt.RelayHost.IsEmpty) Relays.Add(attempt.RelayHost);
        if (!attempt.LocalAddress.IsEmpty) LocalAddresses.Add(attempt.LocalAddress);
        IdentityNotes.AddTo(this, attempt);
    }

    /// <summary>Counts one failure of a submitter, without the sender's other identities.</summary>
    public void AddBriefly(in DeliveryAttempt attempt, Cause underlying, in AttemptKeys keys)
    {
        Count(attempt, keys.Recipient);
        AddUnderlying(underlying);
        Lost.Add(keys.Message);
    }

    /// <summary>Notes a line that proves the cause without being an attempt (a warning, a connection failure).</summary>
    public void AddLine(long utcTicks, ReadOnlySpan<byte> line, int host)
    {
        Echoes++;
        See(utcTicks);
        Hosts.Add(host, 0, isLost: true);
        Evidence.Add(line);
    }

    /// <summary>Notes the cause behind a situation's failure.</summary>
    public void AddUnderlying(Cause underlying) => (UnderlyingCauses ??= new CauseTally()).Add(underlying);

    /// <summary>Takes values out of the reply, for the first ones and then ever fewer, since that costs more than all the rest.</summary>
    public void Sample(ReadOnlySpan<byte> reply, bool isRemote, ReadOnlySpan<byte> relayAddress, in Reading reading, IKnowledge knowledge)
    {
        // An expired message's reply says less than what it failed by before.
        if (reading.Cause == Cause) Advice = reading.Advice;
        var number = Attempts + Echoes;
        if (number > 16 && !long.IsPow2(number)) return;
        _sampled++;
        if (ReplyWords.IsNetworkListing(reply)) _networkListed++;
        if (ReplyWords.NamesIpv6(reply)) _namesIpv6++;
        Values.Add(knowledge.ExtractValues(reply, reading), isRemote, relayAddress);
    }

    private void Count(in DeliveryAttempt attempt, ulong recipient)
    {
        if (attempt.IsEcho)
        {
            Echoes++;
        }
        else
        {
            Attempts++;
            if (attempt.Status != DeliveryStatus.Deferred) Bounced++;
            if (attempt.RelayAddress.Contains((byte)':')) OverIpv6++;
        }
        See(attempt.UtcTicks);
        if (!attempt.Recipient.IsEmpty) Recipients.Add(recipient);
        Evidence.Add(attempt.Line);
    }

    private void See(long utcTicks)
    {
        First = Math.Min(First, utcTicks);
        Last = Math.Max(Last, utcTicks);
    }
}
