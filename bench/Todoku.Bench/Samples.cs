using System.Text;

namespace Todoku.Bench;

/// <summary>What is asked when no file is given: replies of 200 to 400 bytes as they stand in logs.</summary>
internal static class Samples
{
    public static readonly string[] Replies =
    [
        "550-5.7.1 [192.0.2.1 18] Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address. 550-5.7.1 To best protect our users from spam, the message has been blocked. 550 5.7.1 https://support.google.com/mail/answer/188131 v14si1155795plk.134 - gsmtp",
        "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [BN8NAM11FT012.eop-nam11.prod.protection.outlook.com]",
        "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes, and so on for a line that is as long as most of them are",
        "450 4.7.1 <user@example.com>: Recipient address rejected: Greylisted for 5 minutes, please try again later, see http://postgrey.schweikert.ch/help/example.com.html for what that means and why it is done at all here",
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1 and please contact your administrator if you think that this is a mistake of ours",
        "550 5.1.1 <user@example.com>: Recipient address rejected: User unknown in virtual mailbox table; the address that you tried to reach does not exist on this server, please check it for typing errors and unnecessary spaces",
        "451 4.3.0 Something went wrong that none of the rules has words for, and the text goes on and on so that the whole of it has to be looked at before the answer can be that nothing of it is known to anybody at all, sorry",
    ];

    public static readonly byte[][] KnownHosts = Bytes("gmail-smtp-in.l.google.com", "alt1.aspmx.l.google.com", "example-com.mail.protection.outlook.com", "mx-eu.mail.am0.yahoodns.net", "mfsmax.docomo.ne.jp");

    public static readonly byte[][] UnknownHosts = Bytes("mx1.example.org", "mail.some-company.co.jp", "inbound.example.com.au", "mx.example.de");

    private static byte[][] Bytes(params string[] names) => [.. names.Select(Encoding.ASCII.GetBytes)];
}
