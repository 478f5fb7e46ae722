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
        Verify.AddTo(command);
    }

    /// <summary>By which standard DMARC is evaluated.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public DmarcStandard Standard(ParseResult parsed) => StandardArgument.Parse(parsed.GetValue(_rfc), texts.Usage, CommandExamples.Message);

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
