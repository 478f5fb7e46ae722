namespace Todoku.Cli.Texts;

internal sealed class EnglishMessageTexts : MessageTexts
{
    public override string Command => "Judge a message as a receiver does: SPF, DKIM, ARC and DMARC.";

    public override string IpOption => "The IP address that handed the message over; without it SPF is not evaluated.";

    public override string SenderOption => "The sender of the envelope (MAIL FROM, Return-Path); without it the null sender.";

    public override string HeloOption => "The name that the server gave in HELO or EHLO.";

    public override string ReceiverOption => "The name of the receiving server, for Authentication-Results.";

    public override string BatchOption => "Read JSON lines {\"id\",\"file\",\"ip\",\"sender\",\"helo\",\"time\"}, write a JSON line with the results for each.";

    public override string NoSpf => "SPF: not evaluated. Give --ip, and --sender or --helo.";
}
