using System.Diagnostics;
using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

internal sealed class EnglishSpfTexts : SpfTexts
{
    public override string Verb => "Check whether a server may send for a domain (SPF, RFC 7208), and show each step.";

    public override string Ip => "The address of the server that sends, IPv4 or IPv6.";

    public override string Sender => "The envelope sender (MAIL FROM, Return-Path); '' for the null sender. A domain alone is enough.";

    public override string Helo => "The name the server gives in HELO or EHLO; it is checked when the sender is null.";

    public override string Receiver => "The name of the receiving host, for the macro %{r}.";

    public override string NoIp => "spf needs --ip, the address of the server that sends.";

    public override string NoIdentity => "spf needs --sender, the envelope sender, or --helo for the null sender.";

    public override string HeloChecked => "The sender is null, so the HELO name was checked.";

    public override string Steps => "How it was decided";

    public override string MoreSteps => "More steps are not shown.";

    public override string ToDo => "What to do";

    public override string NotYours => "If it is not yours, there is nothing to do: SPF is doing its work.";

    public override string FixIdentity => "Give a whole address or a whole domain name (user@example.com, mail.example.com). A server that says HELO with anything else should be set to its full host name.";

    public override string RemoveEmpty => "Take out the terms whose names have no record, or correct the names. They are marked above.";

    public override string BadIp(string value) => $"--ip '{value}' is not an IP address. Write an IPv4 address (192.0.2.1) or an IPv6 address (2001:db8::1).";

    public override string Heading(SpfVerdict verdict, string ip, string domain) => verdict switch
    {
        SpfVerdict.Pass => $"pass: {ip} may send for {domain}",
        SpfVerdict.Fail => $"fail: {ip} may not send for {domain}",
        SpfVerdict.SoftFail => $"softfail: {ip} probably may not send for {domain}",
        SpfVerdict.Neutral => $"neutral: {domain} does not say whether {ip} may send",
        SpfVerdict.None => $"none: there is no SPF record for {domain}",
        SpfVerdict.TempError => $"temperror: DNS gave no answer about {domain}; it may later",
        SpfVerdict.PermError => $"permerror: the SPF record of {domain} can't be used",
        _ => throw new UnreachableException(),
    };

    public override string Explanation(string text) => $"The domain explains: {text}";

    public override string Counts(int lookups, int voidLookups) =>
        $"Look-ups: {lookups} of {SpfLimits.Lookups} allowed; empty answers: {voidLookups} of {SpfLimits.VoidLookups}";

    public override string Allow(string ip, string domain) => $"If {ip} is yours and should send for {domain}, change the SPF record (TXT) of {domain} to:";

    public override string OpenToAll(string domain) => $"The record of {domain} lets every server in the world send for it. Name the servers that send and end the record with ~all or -all.";

    public override string Publish(string domain) => $"Publish one TXT record at {domain} that names all servers that send for it. With this server alone it is:";

    public override string KeepOne(string domain) => $"Put the SPF records of {domain} together into one and delete the others.";

    public override string Correct(string domain) => $"Correct the SPF record of {domain}:";

    public override string Meant(string suggestion) => $"Probably meant: {suggestion}";

    public override string Reduce(string domain, int lookups) =>
        $"All terms of {domain} together cost {lookups} look-ups; {SpfLimits.Lookups} are allowed. "
        + "Take out services that you no longer use, and write addresses (ip4:, ip6:) in place of a: and mx:. What each term costs:";

    public override string Cost(string term, int lookups) => $"{lookups,3}  {term}";

    public override string ReduceExchangers(string name) => $"{name} has more MX records than an mx term may use ({SpfLimits.MailExchangers}). Name the servers with ip4: and ip6: instead of mx.";

    public override string CorrectTarget(string term, string domain) => $"Take {term} out of the SPF record of {domain}, or correct the name.";

    public override string TryAgain(string name) => $"Try again later. If it stays so, have the name servers of {name} looked at, and your own resolver.";
}
