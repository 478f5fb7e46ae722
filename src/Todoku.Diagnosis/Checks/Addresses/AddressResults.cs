using System.Net;
using System.Net.Sockets;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>Makes the results of points that look at each sending address.</summary>
internal static class AddressResults
{
    /// <summary>The outcome of a point about reverse names where there is none to look at; the point <c>ptr</c> says why.</summary>
    public const string NoPtr = "no-ptr";

    /// <summary>Looks at all sending addresses side by side; without any, the point does not apply.</summary>
    public static async Task<IReadOnlyList<CheckResult>> OfEachAsync(ICheck check, CheckContext context, Func<IPAddress, Task<CheckResult>> look) =>
        context.Subject.Addresses.Count == 0
            ? [new CheckResult(check.Id, NoPtr, CheckStatus.NotApplicable, "")]
            : await Task.WhenAll(context.Subject.Addresses.Distinct().Select(look)).ConfigureAwait(false);

    /// <summary>A result about one address.</summary>
    public static CheckResult Of(ICheck check, string outcome, CheckStatus status, IPAddress address, IReadOnlyList<string> evidence, params ReplyValue[] values) =>
        new(check.Id, outcome, status, address.ToString()) { Evidence = evidence, Values = [new ReplyValue(ReplyValueNames.Ip, address.ToString()), .. values] };

    /// <summary>A name as a value of texts.</summary>
    public static ReplyValue Name(DomainName name) => new(CheckValueNames.Name, name.ToString());

    /// <summary>Several names as a value of texts.</summary>
    public static ReplyValue Names(IEnumerable<DomainName> names) => new(CheckValueNames.Names, string.Join(", ", names));

    /// <summary>Whether it is an IPv6 address.</summary>
    public static bool IsIPv6(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6;
}
