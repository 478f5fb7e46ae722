namespace Todoku.Cli.Texts;

internal sealed class EnglishDemoTexts : DemoTexts
{
    public override string Command => "The story of a form whose mail Google refuses, from broken to arriving again: on this machine alone, without the internet";

    public override string Keep => "Leave the world running afterwards, to play with";

    public override string Title(string step) => step switch
    {
        "S1" => "An inquiry form sends mail",
        "S2-S3" => "Only Google refuses it",
        "S4-S5" => "There is no SPF record: the record to publish, published and checked",
        "S6" => "DKIM can't be set here: on without it",
        "S7" => "Still refused: the whole network is on Spamhaus, because of a neighbour",
        "S8" => "The way out: another machine, the relay",
        "S9" => "The SPF record must name the relay",
        "S10" => "Another text now, \"likely unsolicited mail\": progress",
        "S11" => "The Return-Path is the server's own name: the relay changes it",
        "S12" => "Mail to Gmail and Google Workspace arrives: closed",
        "S13" => "The checklist that remains",
        _ => "The relay's address gets listed too: rerouted by itself, and back",
    };

    public override string Tale(string step) => step switch
    {
        "S1" => "The site's PHP hands 9 mails to the server's Postfix: 3 to Gmail, 3 to a company at Google Workspace, 3 to a shop with its own server. A stand-in plays Postfix: the clock will jump.",
        "S2-S3" => "The log alone says which provider refuses, and why; Gmail and Workspace are one.",
        "S4-S5" => "The checklist for the customer's domain, as receivers see it.",
        "S6" => "The DNS service of the customer can't hold a DKIM key. SPF alone authenticates the mail meanwhile.",
        "S7" => "3 more mails. Then the log again, now with what DNS says of the address and its neighbours.",
        "S8" => "A relay in another network, with two addresses; Postfix hands its mail to it (relayhost).",
        "S9" => "Receivers will see the relay's addresses, which the record does not name yet.",
        "S10" => "3 mails by the relay, whose log is read like any other.",
        "S11" => "What the program left out, Postfix filled in: apache@web1.hosting.example. The relay is told to write the customer's domain instead.",
        "S12" => "6 mails over some hours; the same for all recipients.",
        "S13" => "The same checklist as in S4.",
        _ => "A blocklist lists the relay's first address for an hour.",
    };

    public override string Good(string step) => step switch
    {
        "S1" => "the shop took 3 of 3, Google none of 6",
        "S2-S3" => "one finding: Google, the reputation of the address",
        "S4-S5" => "SPF was missing, and passes now",
        "S6" => "no key is published, SPF passes",
        "S7" => "3 refused as before; the network is listed, not this server alone",
        "S8" => "the relay runs and takes mail",
        "S9" => "SPF passes for both addresses of the relay",
        "S10" => "the reputation block is over; what is left is the message itself",
        "S11" => "the diagnosis names the Return-Path; the relay has taken the rule over",
        "S12" => "6 of 6 arrived, and the diagnosis has nothing left to do",
        "S13" => "SPF, reverse DNS, HELO and Return-Path are well; DMARC is what can be added",
        _ => "the same mail went by the second address at once; an hour later the first one is used again",
    };

    public override string MoreLines(int count) => $"... {count} more lines";

    public override string Publish(string record) => $"published: {record}";

    public override string Write(string file) => $"written into {file}:";

    public override string Done(string seconds) => $"All 14 steps went as told, in {seconds} s. Everything ran on this machine; the providers are simulated (docs/sandbox.md).";

    public override string NotAsTold(string step, string wanted, string found) => $"step {step} was not as told: {wanted}, but: {found}";

    public override string Ended(string folder) => $"The world has ended. Its files are still in {folder}; delete them when you are done.";

    public override string Kept(string folder, string resolver, string mailbox, string relay) =>
        $"The world is left running; Ctrl-C ends it.\n  files    {folder} (mail.log, relay.log, relay.toml)\n  DNS      --resolver {resolver}\n  mailbox  {mailbox}\n  relay    {relay}";
}
