using System.CommandLine;
using System.Net;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Messages;
using Todoku.Cli.Commands;
using Todoku.Cli.Dmarc;
using Todoku.Cli.Messages;
using Todoku.Cli.Spf;
using Todoku.Cli.Texts;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Message;

/// <summary>The argument and options of <c>message</c>.</summary>
internal sealed class MessageSymbols(CliTexts texts)
{
    private readonly Option<string> _ip = new("--ip") { Description = texts.Message.IpOption, HelpName = "IP" };
    private readonly Option<string> _sender = new("--sender") { Description = texts.Message.SenderOption, HelpName = "ADDRESS" };
    private readonly Option<string> _helo = new("--helo") { Description = texts.Message.HeloOption, HelpName = "NAME" };
    private readonly Option<string> _receiver = new("--receiver") { Description = texts.Message.ReceiverOption, HelpName = "NAME" };
    private readonly Option<int?> _number = new("--number") { Description = texts.Message.NumberOption, HelpName = "N" };
    private readonly Option<bool> _all = new("--all") { Description = texts.Message.AllOption };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = texts.Help.Verbose };
    private readonly Option<string> _knowledge = CommonOptions.Knowledge(texts.Help);
    private readonly Option<string> _rfc = new("--rfc") { Description = texts.Dmarc.RfcOption, HelpName = "9989|7489" };

    /// <summary>FILE, and what all verbs that verify messages have.</summary>
    public VerifySymbols Verify { get; } = new(texts, texts.Message.BatchOption);

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_ip);
        command.Add(_sender);
        command.Add(_helo);
        command.Add(_receiver);
        command.Add(_rfc);
        command.Add(_number);
        command.Add(_all);
        command.Add(_verbose);
        command.Add(_knowledge);
        Verify.AddTo(command);
    }

    /// <summary>By which standard DMARC is evaluated.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public DmarcStandard Standard(ParseResult parsed) => StandardArgument.Parse(parsed.GetValue(_rfc), texts.Usage, CommandExamples.Message);

    /// <summary><c>--number</c>; null when it is not given.</summary>
    /// <exception cref="UsageException">It is no place in a mailbox, or stands beside <c>--all</c>.</exception>
    public int? Number(ParseResult parsed)
    {
        var number = parsed.GetValue(_number);
        if (number is < 1) throw new UsageException(texts.Message.BadNumber, CommandExamples.Message);
        if (number is not null && IsAll(parsed)) throw new UsageException(texts.Usage.NotTogether("--number", "--all"), CommandExamples.Message);
        return number;
    }

    /// <summary><c>--all</c>.</summary>
    public bool IsAll(ParseResult parsed) => parsed.GetValue(_all);

    /// <summary><c>--verbose</c>.</summary>
    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary><c>--knowledge</c>; null when it is not given.</summary>
    public string? Knowledge(ParseResult parsed) => parsed.GetValue(_knowledge);

    /// <summary>A message, and how it came by the command line.</summary>
    /// <exception cref="UsageException">The address is none.</exception>
    public MessageRequest Request(ParseResult parsed, MessageHeaders message)
    {
        IPAddress? ip = null;
        if (parsed.GetValue(_ip) is { } text) ip = SpfCommand.TryReadAddress(text, out var read) ? read : throw new UsageException(texts.Spf.BadIp(text), CommandExamples.Message);
        return new MessageRequest
        {
            Message = message,
            Ip = ip,
            Sender = parsed.GetValue(_sender) ?? "",
            Helo = parsed.GetValue(_helo) ?? "",
            Receiver = parsed.GetValue(_receiver) ?? "unknown",
        };
    }
}
