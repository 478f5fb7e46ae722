using System.Net;
using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Selectors;

/// <summary>
/// What messages of a sender show together.
/// <list type="table">
/// <item><term>whose</term><description>messages whose From is of the domain's organisation; those of others say nothing of it.</description></item>
/// <item><term>how old</term><description>of several those within <see cref="SelectorSightings.Recent"/> of the newest: how mail was sent long ago is no matter.</description></item>
/// <item><term>selectors</term><description>those of signatures of the organisation; only where there are none, those of others (a service that signs in its own name).</description></item>
/// <item><term>address, HELO</term><description>of the server that handed the message to the receiver, when receivers wrote it down; behind a forwarder or a list that is another's, so
/// it counts only where the Return-Path is of the organisation, too.</description></item>
/// <item><term>not signed</term><description>messages that another server received and that bear no signature, when none of the others does.</description></item>
/// </list>
/// </summary>
public static class MailSamples
{
    private const int MaxAddresses = 4;
    private const int MaxNames = 5;

    /// <summary>The domain that most messages are from; null when none says.</summary>
    public static DomainName? DomainOf(IReadOnlyList<MailSample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples.Select(sample => sample.From).OfType<DomainName>().CountBy(domain => domain).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
    }

    /// <summary>The messages that are the domain's.</summary>
    public static IReadOnlyList<MailSample> Own(IReadOnlyList<MailSample> samples, DomainName domain, Func<DomainName, string> organization)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(organization);
        MailSample[] own = [.. samples.Where(sample => sample.From is { } from && organization(from) == organization(domain))];
        return own.Max(sample => sample.Time) is { } newest ? [.. own.Where(sample => sample.Time is null || newest - sample.Time <= SelectorSightings.Recent)] : own;
    }

    /// <summary>The subject with what the messages show, for all that is not known yet.</summary>
    /// <param name="subject">What is known.</param>
    /// <param name="own">The messages of its domain.</param>
    /// <param name="organization">The organisational domain of a name.</param>
    public static CheckSubject Fill(CheckSubject subject, IReadOnlyList<MailSample> own, Func<DomainName, string> organization)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(organization);
        var home = organization(subject.Domain);
        var direct = own.Where(sample => sample.ReturnPathDomain is { } path && organization(path) == home).ToArray();
        if (subject.ReturnPathDomain is null && own.Select(sample => sample.ReturnPathDomain).OfType<DomainName>().FirstOrDefault() is { } sender)
            subject = subject with { ReturnPathDomain = sender, ReturnPathOrigin = FactOrigin.Message };
        if (subject.Addresses.Count == 0 && direct.Select(sample => sample.Ip).OfType<IPAddress>().Distinct().Take(MaxAddresses).ToArray() is { Length: > 0 } addresses)
        {
            subject = subject with { Addresses = addresses, AddressOrigin = FactOrigin.Message };
            if (subject.HeloName is null && direct.Select(sample => sample.Helo).OfType<DomainName>().FirstOrDefault() is { } helo) subject = subject with { HeloName = helo, HeloOrigin = FactOrigin.Message };
        }
        var selectors = Selectors(own, name => organization(name) == home);
        if (selectors.Count == 0) selectors = Selectors(own, _ => true);
        subject = subject with { Selectors = [.. subject.Selectors, .. selectors] };
        return own.Any(sample => sample.IsSigned) ? subject : subject with { UnsignedMessages = [.. own.Where(sample => sample.WasReceived).Take(MaxNames).Select(sample => sample.Name)] };
    }

    private static IReadOnlyList<SelectorHint> Selectors(IReadOnlyList<MailSample> own, Func<DomainName, bool> isOwn)
    {
        var sightings = new SelectorSightings(SelectorOrigin.Message);
        var newest = own.Max(sample => sample.Time)?.UtcTicks ?? 0;
        foreach (var sample in own)
            foreach (var (domain, selector) in sample.Signatures)
                sightings.Note(Encoding.ASCII.GetBytes(domain.ToString()), Encoding.ASCII.GetBytes(selector), sample.Time?.UtcTicks ?? newest);
        return sightings.Hints(isOwn);
    }
}
