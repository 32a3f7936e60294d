<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AddressFile</name>
    <message>
        <source>%1: This file was written by a newer version of Greenroom; use that one to read it.</source>
        <comment>%1 is a JSON path</comment>
        <translation>%1: este arquivo foi escrito por uma versão mais nova do Greenroom; use-a para lê-lo.</translation>
    </message>
    <message>
        <source>This address is in the file already.</source>
        <translation>Este endereço já está no arquivo.</translation>
    </message>
    <message>
        <source>The addresses could not be written to %1: %2. What stood there before is as it was; choose another place.</source>
        <comment>%1 is the path of a file, %2 the system&apos;s reason</comment>
        <translation>Não foi possível gravar os endereços em %1: %2. O que estava lá continua como antes; escolha outro lugar.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <comment>%1 is the path of a file, %2 the system&apos;s reason</comment>
        <translation>Não é possível ler %1: %2.</translation>
    </message>
    <message>
        <source>%1 is too large for a file of addresses.</source>
        <comment>%1 is the path of a file</comment>
        <translation>%1 é grande demais para um arquivo de endereços.</translation>
    </message>
</context>
<context>
    <name>AppCommandLine</name>
    <message>
        <source>Show this text and exit.</source>
        <translation>Mostra este texto e sai.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Mostra a versão e sai.</translation>
    </message>
    <message>
        <source>Start the local stage and connect to it.</source>
        <translation>Inicia o estágio local e se conecta a ele.</translation>
    </message>
    <message>
        <source>Play a short conversation between two windows on the local stage, and print it.</source>
        <translation>Encena uma conversa curta entre duas janelas no estágio local e a mostra no terminal.</translation>
    </message>
    <message>
        <source>With --demo: save a picture of the screen to &lt;file&gt; after the last line, then exit.</source>
        <translation>Com --demo: salva uma imagem da tela em &lt;arquivo&gt; depois da última fala e sai.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>arquivo</translation>
    </message>
    <message>
        <source>Desktop chat for serverless WebSocket backends, with the backend in the box.</source>
        <translation>Chat de desktop para backends WebSocket serverless, com o backend já incluído.</translation>
    </message>
    <message>
        <source>The stage to connect to, such as wss://example.com/dev; the saved one unless given.</source>
        <translation>O estágio ao qual se conectar, como wss://example.com/dev; se não for informado, o que foi salvo.</translation>
    </message>
    <message numerus="yes">
        <source>Only one address can be given, not %n.</source>
        <translation>
            <numerusform>Informe só um endereço, não %n.</numerusform>
            <numerusform>Informe só um endereço, não %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>--screenshot works only together with --demo.</source>
        <translation>--screenshot só funciona junto com --demo.</translation>
    </message>
    <message>
        <source>An address cannot be combined with --local-stage or --demo.</source>
        <translation>Um endereço não pode ser combinado com --local-stage nem com --demo.</translation>
    </message>
    <message>
        <source>Exit codes:
  0  success
  1  the demo could not be played to its end
  2  bad option
</source>
        <translation>Códigos de saída:
  0  sucesso
  1  não foi possível encenar a demonstração até o fim
  2  opção inválida
</translation>
    </message>
    <message>
        <source>The same with encryption (wss) and a certificate that Greenroom makes for this machine and keeps.</source>
        <translation>O mesmo com criptografia (wss) e um certificado que o Greenroom cria para esta máquina e guarda.</translation>
    </message>
    <message>
        <source>--local-stage-tls cannot be combined with --demo.</source>
        <translation>--local-stage-tls não pode ser combinado com --demo.</translation>
    </message>
</context>
<context>
    <name>ArchiveTrouble</name>
    <message>
        <source>The disk is full: what is new in the conversations stays in memory until there is room. Keep Greenroom open.</source>
        <translation>O disco está cheio: o que é novo nas conversas fica na memória até haver espaço. Mantenha o Greenroom aberto.</translation>
    </message>
    <message>
        <source>The conversations could not be written (%1); what is new stays in memory until that works again. Keep Greenroom open.</source>
        <comment>%1 is the system&apos;s reason</comment>
        <translation>Não foi possível gravar as conversas (%1); o que é novo fica na memória até que isso volte a funcionar. Mantenha o Greenroom aberto.</translation>
    </message>
    <message>
        <source>The file of the conversations, “%1”, is damaged and was left as it is. New lines are kept in memory only.</source>
        <translation>O arquivo das conversas, “%1”, está danificado e foi deixado como está. As novas linhas ficam só na memória.</translation>
    </message>
    <message>
        <source>The conversations in “%1” were written by a newer version of Greenroom; use that one to read them. New lines are kept in memory only.</source>
        <translation>As conversas em “%1” foram gravadas por uma versão mais nova do Greenroom; use-a para lê-las. As novas linhas ficam só na memória.</translation>
    </message>
    <message>
        <source>The file of the conversations, “%1”, cannot be written to. New lines are kept in memory only.</source>
        <translation>Não é possível gravar no arquivo das conversas, “%1”. As novas linhas ficam só na memória.</translation>
    </message>
    <message>
        <source>Greenroom runs already and writes the conversations there: new lines here are kept in memory only.</source>
        <translation>O Greenroom já está em execução e grava as conversas lá: as novas linhas daqui ficam só na memória.</translation>
    </message>
    <message>
        <source>The conversations cannot be kept in “%1” (%2). New lines are kept in memory only.</source>
        <comment>%2 is the system&apos;s reason</comment>
        <translation>Não é possível guardar as conversas em “%1” (%2). As novas linhas ficam só na memória.</translation>
    </message>
</context>
<context>
    <name>AuthReason</name>
    <message>
        <source>%1: “%2”</source>
        <comment>%1 is an HTTP status, %2 what the server says</comment>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>User ID or password were not accepted (%1); check both, and the Auth API URL.</source>
        <comment>%1 is an HTTP status and maybe what the server says</comment>
        <translation>O ID de usuário ou a senha não foram aceitos (%1); confira ambos e a URL da API de autenticação.</translation>
    </message>
    <message>
        <source>There is no sign-in at this URL of %1 (%2); check its path.</source>
        <translation>Não há login nesta URL de %1 (%2); confira o caminho.</translation>
    </message>
    <message>
        <source>%1 has too many requests at the moment (%2); wait a minute and try again.</source>
        <translation>%1 está com requisições demais no momento (%2); espere um minuto e tente de novo.</translation>
    </message>
    <message>
        <source>%1 has a problem of its own (%2); try again in a while, and tell its owner if it stays.</source>
        <translation>%1 está com um problema próprio (%2); tente de novo daqui a pouco e avise o responsável se persistir.</translation>
    </message>
    <message>
        <source>%1 did not take the sign-in (%2); check the Auth API URL, the user ID and the password.</source>
        <translation>%1 não aceitou o login (%2); confira a URL da API de autenticação, o ID de usuário e a senha.</translation>
    </message>
    <message>
        <source>%1 answered, but not with a token as an Auth API does; check the Auth API URL.</source>
        <translation>%1 respondeu, mas não com um token, como faz uma API de autenticação; confira a URL da API de autenticação.</translation>
    </message>
    <message>
        <source>%1 sends on to another page (%2), which is no sign-in for programs; check the Auth API URL.</source>
        <translation>%1 encaminha para outra página (%2), que não é um login para programas; confira a URL da API de autenticação.</translation>
    </message>
    <message>
        <source>%1 sends on to %2 (%3), where your password was not sent; if you trust that place, type its Auth API URL.</source>
        <comment>%1 is a host, %2 scheme and host of another one, %3 an HTTP status</comment>
        <translation>%1 encaminha para %2 (%3), para onde sua senha não foi enviada; se você confia nesse lugar, digite a URL da API de autenticação dele.</translation>
    </message>
    <message>
        <source>Nothing answers on this port of %1; check the Auth API URL, and that the server is running.</source>
        <translation>Nada responde nesta porta de %1; confira a URL da API de autenticação e se o servidor está rodando.</translation>
    </message>
    <message>
        <source>No computer called “%1” was found; check the Auth API URL for mistakes, and check your network connection.</source>
        <translation>Nenhum computador chamado “%1” foi encontrado; confira se há erros na URL da API de autenticação e verifique sua conexão de rede.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made (%2); check the Auth API URL and the date and time of this computer.</source>
        <translation>Não foi possível estabelecer uma conexão segura com %1 (%2); confira a URL da API de autenticação e a data e a hora deste computador.</translation>
    </message>
    <message>
        <source>%1 broke off the connection before it had answered; try again, and check the Auth API URL.</source>
        <translation>%1 interrompeu a conexão antes de responder; tente de novo e confira a URL da API de autenticação.</translation>
    </message>
    <message>
        <source>%1 could not be asked (%2); check the Auth API URL and your network connection.</source>
        <translation>Não foi possível consultar %1 (%2); confira a URL da API de autenticação e sua conexão de rede.</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the Auth API URL and your network connection, then try again.</source>
        <translation>%1 não respondeu a tempo; confira a URL da API de autenticação e sua conexão de rede e tente de novo.</translation>
    </message>
    <message>
        <source>The answer of %1 is much longer than a token; check the Auth API URL.</source>
        <translation>A resposta de %1 é muito mais longa que um token; confira a URL da API de autenticação.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that is trusted for this stage; your password was not sent.</source>
        <translation>%1 mostra um certificado diferente do que é confiável para este estágio; sua senha não foi enviada.</translation>
    </message>
    <message>
        <source>The way to %1 is not encrypted, so your password was not sent; use https:// if the server offers it.</source>
        <translation>O caminho até %1 não é criptografado, por isso sua senha não foi enviada; use https:// se o servidor oferecer.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a user name and a password, or others than those that are set; see the settings of this stage (F4), under Network.</source>
        <translation>O proxy no caminho até %1 pede um nome de usuário e uma senha, ou outros que não os definidos; veja as configurações deste estágio (F4), em Rede.</translation>
    </message>
</context>
<context>
    <name>AuthUrl</name>
    <message>
        <source>The Auth API URL is empty; type that of your backend, such as https://example.com/dev/auth.</source>
        <translation>A URL da API de autenticação está vazia; digite a do seu backend, como https://example.com/dev/auth.</translation>
    </message>
    <message>
        <source>The Auth API URL is too long: it has %1 characters and may have %2; check what was pasted.</source>
        <translation>A URL da API de autenticação é longa demais: tem %1 caracteres e pode ter %2; confira o que foi colado.</translation>
    </message>
    <message>
        <source>There is a blank or an invisible character inside the Auth API URL; take it out.</source>
        <translation>Há um espaço ou um caractere invisível dentro da URL da API de autenticação; retire-o.</translation>
    </message>
    <message>
        <source>The Auth API URL must start with https://, or with http:// on this computer.</source>
        <translation>A URL da API de autenticação precisa começar com https://, ou com http:// neste computador.</translation>
    </message>
    <message>
        <source>The Auth API URL is not a valid one; check the host after the // and the port.</source>
        <translation>A URL da API de autenticação não é válida; confira o host depois de // e a porta.</translation>
    </message>
    <message>
        <source>The Auth API URL must not hold a user name or a password; type them in their own fields.</source>
        <translation>A URL da API de autenticação não pode conter nome de usuário nem senha; digite-os nos campos próprios.</translation>
    </message>
    <message>
        <source>The Auth API URL holds a secret after its question mark, which would be saved for everybody to read; take it out.</source>
        <translation>A URL da API de autenticação contém um segredo depois do ponto de interrogação, que seria salvo para qualquer um ler; retire-o.</translation>
    </message>
</context>
<context>
    <name>BearerToken</name>
    <message>
        <source>There is no token; paste one, with or without “Bearer” before it.</source>
        <translation>Não há token; cole um, com ou sem “Bearer” na frente.</translation>
    </message>
    <message>
        <source>This is too long for a token: it has %1 characters, and API Gateway takes %2; check what was pasted.</source>
        <translation>Isto é longo demais para um token: tem %1 caracteres, e o API Gateway aceita %2; confira o que foi colado.</translation>
    </message>
    <message>
        <source>There is a blank, a line break or a letter inside the token that cannot be there; copy the token anew, in one piece.</source>
        <translation>Há um espaço, uma quebra de linha ou uma letra dentro do token que não pode estar lá; copie o token de novo, inteiro.</translation>
    </message>
</context>
<context>
    <name>BinaryText</name>
    <message numerus="yes">
        <source>Binary data, %n byte(s): %1</source>
        <translation>
            <numerusform>Dados binários, %n byte: %1</numerusform>
            <numerusform>Dados binários, %n bytes: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateReason</name>
    <message>
        <source>The certificate of %1 is self-signed, so nobody vouches that this is the stage that it says it is; trust it only if you know its fingerprint.</source>
        <translation>O certificado de %1 é autoassinado, então ninguém garante que este seja o estágio que ele diz ser; confie nele somente se conhecer a impressão digital dele.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired; tell the stage&apos;s owner, and check the date and time of this computer.</source>
        <translation>O certificado de %1 expirou; avise o responsável pelo estágio e confira a data e a hora deste computador.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet; check the date and time of this computer.</source>
        <translation>O certificado de %1 ainda não é válido; confira a data e a hora deste computador.</translation>
    </message>
    <message>
        <source>The certificate that %1 shows was made for another host; check the address for mistakes.</source>
        <translation>O certificado que %1 apresenta foi feito para outro host; verifique se há erros no endereço.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by an authority that is not trusted here; choose that authority&apos;s file if you trust it.</source>
        <translation>O certificado de %1 foi assinado por uma autoridade que não é confiável aqui; escolha o arquivo dessa autoridade se você confia nela.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted (%2).</source>
        <translation>O certificado de %1 não é confiável (%2).</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that you trust: either it was renewed, or somebody stands in between. Ask the stage&apos;s owner for its fingerprint before you trust it.</source>
        <translation>%1 apresenta um certificado diferente daquele em que você confia: ou ele foi renovado, ou há alguém no meio do caminho. Peça a impressão digital ao responsável pelo estágio antes de confiar nele.</translation>
    </message>
</context>
<context>
    <name>CloseReason</name>
    <message>
        <source>The stage closed the connection.</source>
        <translation>O estágio encerrou a conexão.</translation>
    </message>
    <message>
        <source>The stage ended the connection, as it does after ten minutes of silence, after two hours, or when it is shut down; connect again.</source>
        <translation>O estágio encerrou a conexão, como faz após dez minutos de silêncio, após duas horas ou ao ser desligado; conecte-se de novo.</translation>
    </message>
    <message>
        <source>The two sides did not agree on the WebSocket protocol; check that the address is that of a chat stage.</source>
        <translation>Os dois lados não se entenderam quanto ao protocolo WebSocket; verifique se o endereço é o de um estágio de chat.</translation>
    </message>
    <message>
        <source>The stage does not accept the kind of data that was sent.</source>
        <translation>O estágio não aceita o tipo de dados que foi enviado.</translation>
    </message>
    <message>
        <source>A message held text that is not valid UTF-8.</source>
        <translation>Uma mensagem continha texto que não é UTF-8 válido.</translation>
    </message>
    <message>
        <source>The stage does not allow this connection; check whether you may use it and whether your token is still valid.</source>
        <translation>O estágio não permite esta conexão; verifique se você pode usá-lo e se o seu token ainda é válido.</translation>
    </message>
    <message>
        <source>A message was too big for the stage; connect again and send it in parts.</source>
        <translation>Uma mensagem era grande demais para o estágio; conecte-se de novo e envie-a em partes.</translation>
    </message>
    <message>
        <source>Something went wrong inside the stage; connect again, and tell its owner if it happens again.</source>
        <translation>Algo deu errado dentro do estágio; conecte-se de novo e, se o problema se repetir, avise o responsável por ele.</translation>
    </message>
    <message>
        <source>The stage is restarting; connect again in a moment.</source>
        <translation>O estágio está reiniciando; conecte-se de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>The stage is too busy; connect again later.</source>
        <translation>O estágio está ocupado demais; conecte-se de novo mais tarde.</translation>
    </message>
    <message>
        <source>The connection broke without a goodbye.</source>
        <translation>A conexão caiu sem aviso.</translation>
    </message>
    <message>
        <source>The stage closed the connection with code %1.</source>
        <translation>O estágio encerrou a conexão com o código %1.</translation>
    </message>
    <message>
        <source>%1 It said: “%2”.</source>
        <extracomment>%1 is a whole sentence on why the connection was closed, %2 what the other side gave as the reason.</extracomment>
        <translation>%1 O motivo informado foi: “%2”.</translation>
    </message>
    <message>
        <source>The gateway closes every connection after two hours.</source>
        <translation>O gateway fecha toda conexão após duas horas.</translation>
    </message>
    <message>
        <source>The gateway closes a connection on which nothing was said for ten minutes.</source>
        <translation>O gateway fecha uma conexão em que nada foi dito por dez minutos.</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>JSON Lines, for programs (*.jsonl)</source>
        <translation>JSON Lines, para programas (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, para planilhas (*.csv)</translation>
    </message>
    <message>
        <source>HTML, for browsers (*.html)</source>
        <translation>HTML, para navegadores (*.html)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Texto simples (*.txt)</translation>
    </message>
</context>
<context>
    <name>FailureReason</name>
    <message>
        <source>The stage has a problem of its own (%1); try again in a while, and tell its owner if it stays.</source>
        <translation>O estágio está com um problema interno (%1); tente de novo daqui a algum tempo e, se o problema continuar, avise o responsável por ele.</translation>
    </message>
    <message>
        <source>There is no stage at this address (%1); check the path after the host name.</source>
        <translation>Não há nenhum estágio neste endereço (%1); verifique o caminho depois do nome do host.</translation>
    </message>
    <message>
        <source>The server refused the connection (%1); check the address.</source>
        <translation>O servidor recusou a conexão (%1); verifique o endereço.</translation>
    </message>
    <message>
        <source>No computer called “%1” was found; check the address for mistakes, and check your network connection.</source>
        <translation>Nenhum computador chamado “%1” foi encontrado; verifique se há erros no endereço e confira sua conexão com a rede.</translation>
    </message>
    <message>
        <source>Nothing answers on this port of %1; check the address, and that the stage is running.</source>
        <translation>Nada responde nesta porta de %1; verifique o endereço e se o estágio está em execução.</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address and your connection to the network, then try again.</source>
        <translation>%1 não respondeu a tempo; verifique o endereço e sua conexão com a rede e tente de novo.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made (%2); check the address and the date and time of this computer.</source>
        <translation>Não foi possível estabelecer uma conexão segura com %1 (%2); verifique o endereço e a data e a hora deste computador.</translation>
    </message>
    <message>
        <source>The connection to %1 failed (%2); check the address and your network connection.</source>
        <translation>A conexão com %1 falhou (%2); verifique o endereço e sua conexão com a rede.</translation>
    </message>
    <message>
        <source>The server did not take this as a WebSocket connection (426); a proxy in between may be the cause, so try wss:// or another network.</source>
        <translation>O servidor não reconheceu esta conexão como WebSocket (426); a causa pode ser um proxy no caminho, então tente wss:// ou outra rede.</translation>
    </message>
    <message>
        <source>The stage has too many requests at the moment (429); wait a minute and try again.</source>
        <translation>O estágio está com solicitações demais no momento (429); espere um minuto e tente de novo.</translation>
    </message>
    <message>
        <source>%1 answered, but not as a chat stage does; check the address, its port and its path.</source>
        <translation>%1 respondeu, mas não como um estágio de chat; verifique o endereço, a porta e o caminho.</translation>
    </message>
    <message>
        <source>The network cannot be reached; check your connection to it, then try again.</source>
        <translation>Não foi possível acessar a rede; verifique sua conexão com ela e tente de novo.</translation>
    </message>
    <message>
        <source>The other side broke off the connection without saying why; try again, and check that the address is that of a chat stage.</source>
        <translation>O outro lado interrompeu a conexão sem dizer por quê; tente de novo e verifique se o endereço é o de um estágio de chat.</translation>
    </message>
    <message>
        <source>%1 It said: “%2”.</source>
        <extracomment>%1 is a whole sentence on why there is no connection, %2 what the other side gave as the reason.</extracomment>
        <translation>%1 O motivo informado foi: “%2”.</translation>
    </message>
    <message>
        <source>The server says that this is now at %2 (%1); if you trust that, connect to that address instead.</source>
        <translation>O servidor diz que isto agora está em %2 (%1); se você confia nisso, conecte-se a esse endereço.</translation>
    </message>
    <message>
        <source>The server chose the subprotocol “%1”, which was not offered; check the subprotocols of this stage.</source>
        <translation>O servidor escolheu o subprotocolo “%1”, que não foi oferecido; verifique os subprotocolos deste estágio.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached; check its name and its port.</source>
        <translation>Não foi possível acessar o proxy %1; verifique o nome e a porta dele.</translation>
    </message>
    <message>
        <source>The proxy %1 does not allow connections to this stage; ask whoever runs it, or use another.</source>
        <translation>O proxy %1 não permite conexões com este estágio; fale com o responsável por ele ou use outro.</translation>
    </message>
    <message>
        <source>The proxy %1 did not lead to the stage (%2); check the proxy, and the address of the stage.</source>
        <translation>O proxy %1 não levou ao estágio (%2); verifique o proxy e o endereço do estágio.</translation>
    </message>
    <message>
        <source>The client certificate cannot be used with its key; check that the two files belong together.</source>
        <translation>O certificado de cliente não pode ser usado com a chave; verifique se os dois arquivos correspondem um ao outro.</translation>
    </message>
    <message>
        <source>The stage sent a text that is not valid UTF-8, so the connection was closed.</source>
        <translation>O estágio enviou um texto que não é UTF-8 válido, por isso a conexão foi encerrada.</translation>
    </message>
    <message>
        <source>The stage sent a message of more than 4 MB, so the connection was closed.</source>
        <translation>O estágio enviou uma mensagem de mais de 4 MB, por isso a conexão foi encerrada.</translation>
    </message>
    <message>
        <source>The stage broke the rules of WebSocket, so the connection was closed; check that the address is that of a chat stage.</source>
        <translation>O estágio não seguiu as regras do WebSocket, por isso a conexão foi encerrada; verifique se o endereço é o de um estágio de chat.</translation>
    </message>
    <message>
        <source>The stage wants to know who you are (401); sign in to it.</source>
        <translation>O estágio quer saber quem você é (401); faça login nele.</translation>
    </message>
    <message>
        <source>The stage does not let you in (403); check the stage name at the end of the address, and whether you are signed in as the right person.</source>
        <translation>O estágio não deixa você entrar (403); confira o nome do estágio no fim do endereço e se você fez login como a pessoa certa.</translation>
    </message>
    <message>
        <source>For too long nothing came through the network to the stage and back, so the connection is dead; check your connection to the network.</source>
        <translation>Por tempo demais nada passou pela rede até o estágio e de volta, então a conexão está morta; confira sua conexão com a rede.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user name and a password; type them in the settings of this stage (F4), under Network, or use another proxy.</source>
        <translation>O proxy %1 pede um nome de usuário e uma senha; digite-os nas configurações deste estágio (F4), em Rede, ou use outro proxy.</translation>
    </message>
    <message>
        <source>The proxy %1 does not accept the user name and the password that are set for it; correct them in the settings of this stage (F4), under Network.</source>
        <translation>O proxy %1 não aceita o nome de usuário e a senha definidos para ele; corrija-os nas configurações deste estágio (F4), em Rede.</translation>
    </message>
</context>
<context>
    <name>Greenroom::AddressBar</name>
    <message>
        <source>Stage address</source>
        <translation>Endereço do estágio</translation>
    </message>
    <message>
        <source>wss://example.com/dev</source>
        <translation>wss://example.com/dev</translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read what you write and receive. Use wss:// if the server offers it.</source>
        <translation>Sem criptografia: outras pessoas na rede podem ler o que você escreve e recebe. Use wss:// se o servidor oferecer essa opção.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>&amp;Tentar agora</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Tentar conectar agora</translation>
    </message>
    <message>
        <source>Stage settings</source>
        <translation>Configurações do estágio</translation>
    </message>
    <message>
        <source>Settings of this stage (F4)</source>
        <translation>Configurações deste estágio (F4)</translation>
    </message>
</context>
<context>
    <name>Greenroom::AddressKeeper</name>
    <message>
        <source>The secrets of this address could not be fetched from the keychain. Unlock it and connect again, or type the whole address.</source>
        <translation>Não foi possível buscar os segredos deste endereço no chaveiro. Desbloqueie-o e conecte de novo, ou digite o endereço inteiro.</translation>
    </message>
    <message>
        <source>Fetching the secrets of this address from the keychain…</source>
        <translation>Buscando os segredos deste endereço no chaveiro…</translation>
    </message>
    <message>
        <source>A secret part of this address is kept, and added to it when you connect.</source>
        <translation>Uma parte secreta deste endereço está guardada e é acrescentada a ele ao conectar.</translation>
    </message>
</context>
<context>
    <name>Greenroom::AddressTransfer</name>
    <message>
        <source>Export addresses</source>
        <translation>Exportar endereços</translation>
    </message>
    <message>
        <source>Addresses (*.json)</source>
        <translation>Endereços (*.json)</translation>
    </message>
    <message>
        <source>Import addresses</source>
        <translation>Importar endereços</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) exported to %1, without secrets.</source>
        <comment>%1 is the path of a file</comment>
        <translation>
            <numerusform>%n endereço exportado para %1, sem segredos.</numerusform>
            <numerusform>%n endereços exportados para %1, sem segredos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <comment>%1 is a sentence</comment>
        <translation>Nada foi importado. %1</translation>
    </message>
    <message>
        <source>%1 comes with a proxy or with a certificate to be trusted; look at its settings before you connect.</source>
        <comment>%1 is a stage&apos;s title</comment>
        <translation>%1 vem com um proxy ou com um certificado a ser aceito; veja as configurações do estágio antes de se conectar.</translation>
    </message>
    <message>
        <source>They could not be written to this computer&apos;s disk, so they are gone when Greenroom ends.</source>
        <translation>Não foi possível gravá-los no disco deste computador; por isso, eles se perdem quando o Greenroom for encerrado.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) added.</source>
        <translation>
            <numerusform>%n endereço acrescentado.</numerusform>
            <numerusform>%n endereços acrescentados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) updated.</source>
        <translation>
            <numerusform>%n endereço atualizado.</numerusform>
            <numerusform>%n endereços atualizados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) skipped.</source>
        <translation>
            <numerusform>%n entrada ignorada.</numerusform>
            <numerusform>%n entradas ignoradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Endereços</translation>
    </message>
    <message>
        <source>%1 comes with an Auth API or a user ID to sign in with; look at them before you type your password.</source>
        <comment>%1 is a stage&apos;s title</comment>
        <translation>%1 vem com uma API de autenticação ou um ID de usuário para entrar; confira-os antes de digitar sua senha.</translation>
    </message>
</context>
<context>
    <name>Greenroom::Archive</name>
    <message>
        <source>The conversation cannot be erased now. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>A conversa não pode ser apagada agora. %1</translation>
    </message>
    <message>
        <source>“%1” could not be given another name.</source>
        <translation>Não foi possível dar outro nome a “%1”.</translation>
    </message>
</context>
<context>
    <name>Greenroom::ArchiveBar</name>
    <message>
        <source>Set it aside and begin a new one</source>
        <translation>Pô-lo de lado e começar um novo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>A new file has been begun. The damaged one is now “%1”.</source>
        <translation>Um novo arquivo foi começado. O danificado agora é “%1”.</translation>
    </message>
</context>
<context>
    <name>Greenroom::AuthorizerPolicy</name>
    <message>
        <source>Expected 8 KB at most.</source>
        <translation>Esperados no máximo 8 KB.</translation>
    </message>
    <message>
        <source>Expected a JSON object.</source>
        <translation>Esperado um objeto JSON.</translation>
    </message>
    <message>
        <source>Expected a text, a number, true or false; found %1.</source>
        <translation>Esperado um texto, um número, true ou false; encontrado %1.</translation>
    </message>
</context>
<context>
    <name>Greenroom::AuthorizerReader</name>
    <message>
        <source>Expected at least one identity source.</source>
        <translation>Esperada ao menos uma fonte de identidade.</translation>
    </message>
    <message>
        <source>Expected an identity source such as route.request.querystring.token, but %1.</source>
        <translation>Esperada uma fonte de identidade como route.request.querystring.token, mas %1.</translation>
    </message>
    <message>
        <source>Expected a text that is not empty: without one the authorizer is not asked.</source>
        <translation>Esperado um texto não vazio: sem ele o autorizador não é consultado.</translation>
    </message>
    <message>
        <source>Expected &quot;allow&quot;, &quot;deny&quot;, an error or what an authorizer returns; found %1.</source>
        <translation>Esperado &quot;allow&quot;, &quot;deny&quot;, um erro ou o que um autorizador retorna; encontrado %1.</translation>
    </message>
    <message>
        <source>Expected either “mock” or “jwt”.</source>
        <translation>Esperava-se “mock” ou “jwt”, um dos dois.</translation>
    </message>
</context>
<context>
    <name>Greenroom::CertificateBar</name>
    <message>
        <source>The stage shows a certificate that is not trusted, so there is no connection.</source>
        <translation>O estágio apresenta um certificado que não é confiável; por isso, não há conexão.</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Mostrar certificado…</translation>
    </message>
</context>
<context>
    <name>Greenroom::CertificateDialog</name>
    <message>
        <source>Certificate of the stage</source>
        <translation>Certificado do estágio</translation>
    </message>
    <message>
        <source>Compare the fingerprint with one that you have from the stage&apos;s owner by another way. If you trust a certificate that you have not compared, somebody may read and change everything that you send and receive.</source>
        <translation>Compare a impressão digital com a que você recebeu do dono do estágio por outro meio. Se você aceitar um certificado sem comparar, alguém poderá ler e alterar tudo o que você envia e recebe.</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Não informado</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emissor</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Validade</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <comment>%1 and %2 are dates with times</comment>
        <translation>de %1 até %2</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>Impressão digital SHA-256</translation>
    </message>
    <message>
        <source>&amp;Trust exactly this certificate</source>
        <translation>&amp;Confiar exatamente neste certificado</translation>
    </message>
</context>
<context>
    <name>Greenroom::ChatSession</name>
    <message>
        <source>The time set for the automatic disconnect is over.</source>
        <translation>O tempo definido para a desconexão automática acabou.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Não há nada para enviar.</translation>
    </message>
    <message>
        <source>Not connected, so nothing was sent. Your text stays here until you connect.</source>
        <translation>Sem conexão, nada foi enviado. Seu texto fica aqui até você se conectar.</translation>
    </message>
    <message>
        <source>The text is too long: it takes %1 bytes and the stage accepts %2. Send it in parts.</source>
        <translation>O texto é longo demais: ocupa %1 bytes, e o estágio aceita %2. Envie-o em partes.</translation>
    </message>
</context>
<context>
    <name>Greenroom::ClaimsDialog</name>
    <message>
        <source>Claims of the token</source>
        <translation>Declarações do token</translation>
    </message>
    <message>
        <source>This is what the token says of itself. It was read on this computer; only the stage can tell whether it is true.</source>
        <translation>Isto é o que o token diz de si mesmo. Foi lido neste computador; só o estágio sabe se é verdade.</translation>
    </message>
    <message>
        <source>Made at %1 (UTC)</source>
        <comment>%1 is a time</comment>
        <translation>Emitido em %1 (UTC)</translation>
    </message>
    <message>
        <source>Ends at %1 (UTC)</source>
        <comment>%1 is a time</comment>
        <translation>Termina em %1 (UTC)</translation>
    </message>
</context>
<context>
    <name>Greenroom::CodePopup</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>Greenroom::CommandLine</name>
    <message>
        <source>Listen on this port; 0 picks a free one. Default: %1.</source>
        <translation>Escuta nesta porta; 0 escolhe uma livre. Padrão: %1.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>Listen on this IP address. Default: %1, which only this machine reaches.</source>
        <translation>Escuta neste endereço IP. Padrão: %1, acessível só neste computador.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>endereço</translation>
    </message>
    <message>
        <source>Keep the tables in this directory. Default: %1.</source>
        <translation>Guarda as tabelas neste diretório. Padrão: %1.</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>diretório</translation>
    </message>
    <message>
        <source>Keep the tables in memory, for this run only.</source>
        <translation>Guarda as tabelas na memória, só durante esta execução.</translation>
    </message>
    <message>
        <source>Write no access log.</source>
        <translation>Não escreve o registro de acessos.</translation>
    </message>
    <message>
        <source>Write more than the access log: why requests are refused.</source>
        <translation>Escreve mais que o registro de acessos: por que as solicitações são recusadas.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Mostra esta ajuda.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Mostra a versão.</translation>
    </message>
    <message>
        <source>“%1” is no port; give a number from 0 to 65535.</source>
        <translation>“%1” não é uma porta; informe um número de 0 a 65535.</translation>
    </message>
    <message>
        <source>“%1” is no IP address; give one such as 127.0.0.1, or 0.0.0.0 for all.</source>
        <translation>“%1” não é um endereço IP; informe um como 127.0.0.1, ou 0.0.0.0 para todos.</translation>
    </message>
    <message>
        <source>--in-memory and --data-dir exclude each other; give one of them.</source>
        <translation>--in-memory e --data-dir se excluem; informe só uma das duas.</translation>
    </message>
    <message>
        <source>--data-dir is empty; give the path of a directory.</source>
        <translation>--data-dir está vazia; informe o caminho de um diretório.</translation>
    </message>
    <message>
        <source>--quiet and --verbose exclude each other; give one of them.</source>
        <translation>--quiet e --verbose se excluem; informe só uma das duas.</translation>
    </message>
    <message>
        <source>Let in the web pages of this origin too; may be given several times. Default: only pages of this machine, and programs, which have no origin.</source>
        <translation>Aceita também as páginas web desta origem; pode ser repetida. Padrão: só páginas desta máquina e programas, que não têm origem.</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>origem</translation>
    </message>
    <message>
        <source>Let in requests that call this server by this name too; may be given several times. Default: only localhost and its addresses.</source>
        <translation>Aceita também solicitações que chamam este servidor por este nome; pode ser repetida. Padrão: só localhost e seus endereços.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>Refuse calls to @connections that are not signed; any signature will do.</source>
        <translation>Recusa chamadas a @connections sem assinatura; qualquer assinatura serve.</translation>
    </message>
    <message>
        <source>Open the stages that this JSON file describes.</source>
        <translation>Abre os estágios que este arquivo JSON descreve.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>arquivo</translation>
    </message>
    <message>
        <source>“%1” is no origin; give one such as https://example.com, without a path.</source>
        <translation>“%1” não é uma origem; informe uma como https://example.com, sem caminho.</translation>
    </message>
    <message>
        <source>“%1” is no host name; give one such as chat.example.com.</source>
        <translation>“%1” não é um nome de host; informe um como chat.example.com.</translation>
    </message>
    <message>
        <source>--config is empty; give the path of a JSON file.</source>
        <translation>--config está vazia; informe o caminho de um arquivo JSON.</translation>
    </message>
    <message>
        <source>A local WebSocket API gateway. Without --config its stages are dev, staging and prod with every chat, production with the tutorial of AWS, and beta with the broadcast chat.</source>
        <translation>Um gateway de API WebSocket local. Sem --config, seus estágios são dev, staging e prod com todos os chats, production com o tutorial da AWS e beta com o chat de difusão.</translation>
    </message>
    <message>
        <source>Let the time of all quotas pass so many times faster: with 60, the idle limit of ten minutes comes after ten seconds. Dates stay true.</source>
        <translation>Faz o tempo de todas as cotas passar tantas vezes mais depressa: com 60, o limite de inatividade de dez minutos chega após dez segundos. As datas continuam verdadeiras.</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>fator</translation>
    </message>
    <message>
        <source>“%1” is no time scale; give a number from %2 to %3.</source>
        <translation>“%1” não é uma escala de tempo; informe um número de %2 a %3.</translation>
    </message>
    <message>
        <source>Refuse calls to @faults, by which programs of this machine make things go wrong.</source>
        <translation>Recusa chamadas a @faults, com que programas desta máquina provocam falhas.</translation>
    </message>
    <message>
        <source>What stored rows survive: with normal, the default, a killed process, while a power cut may take the last commits; with full, which waits for the disk, a power cut too.</source>
        <translation>Ao que resistem os registros gravados: com normal, o padrão, ao fim abrupto do processo, mas uma queda de energia pode levar as últimas gravações; com full, que espera pelo disco, também a uma queda de energia.</translation>
    </message>
    <message>
        <source>“%1” is no durability; give normal or full.</source>
        <translation>“%1” não é um nível de durabilidade; informe normal ou full.</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key need each other; give both.</source>
        <translation>--tls-cert e --tls-key precisam um do outro; informe ambos.</translation>
    </message>
    <message>
        <source>--tls-self-signed and --tls-cert exclude each other; give one of them.</source>
        <translation>--tls-self-signed e --tls-cert excluem-se mutuamente; informe só um deles.</translation>
    </message>
    <message>
        <source>The command “user” takes no options; leave out --%1.</source>
        <translation>O comando “user” não aceita opções; retire --%1.</translation>
    </message>
    <message>
        <source>“%1” is not expected; this program takes options and the command “user” only.</source>
        <translation>“%1” não é esperado; este programa aceita apenas opções e o comando “user”.</translation>
    </message>
    <message>
        <source>Speak TLS (wss and https) with the certificate in this PEM file; clients that do not are turned away. Needs --tls-key.</source>
        <translation>Falar TLS (wss e https) com o certificado deste arquivo PEM; clientes que não o falam são recusados. Exige --tls-key.</translation>
    </message>
    <message>
        <source>The key of the certificate: a PEM file without a pass phrase.</source>
        <translation>A chave do certificado: um arquivo PEM sem frase secreta.</translation>
    </message>
    <message>
        <source>Speak TLS with a certificate that this program makes for this machine and keeps in the data directory; its fingerprint is printed.</source>
        <translation>Falar TLS com um certificado que este programa cria para esta máquina e guarda no diretório de dados; a impressão digital dele é exibida.</translation>
    </message>
    <message>
        <source>Exit codes:
  0  ended as asked
  1  internal error
  2  an option, a command or the file of --config is wrong
  3  cannot listen on the address and port
  4  the data directory or the tables in it cannot be used, or could not be
     written at the end
  5  the certificate or its key cannot be used
  6  the file of users could not be read or changed, or there is no such user</source>
        <translation>Códigos de saída:
  0  terminou como pedido
  1  erro interno
  2  uma opção, um comando ou o arquivo de --config está errado
  3  não é possível escutar no endereço e na porta
  4  o diretório de dados ou as tabelas nele não podem ser usados, ou não
     puderam ser gravados no fim
  5  o certificado ou a chave dele não pode ser usado
  6  o arquivo de usuários não pôde ser lido ou alterado, ou não há tal usuário</translation>
    </message>
</context>
<context>
    <name>Greenroom::Composer</name>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escreva uma mensagem</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Enter)</translation>
    </message>
    <message>
        <source>To %1 only</source>
        <comment>%1 is a name</comment>
        <translation>Só para %1</translation>
    </message>
    <message>
        <source>Write to everybody again</source>
        <translation>Voltar a escrever para todos</translation>
    </message>
    <message>
        <source>Send (Shift+Enter)</source>
        <translation>Enviar (Shift+Enter)</translation>
    </message>
</context>
<context>
    <name>Greenroom::Conversation</name>
    <message>
        <source>Connected.</source>
        <translation>Conectado.</translation>
    </message>
    <message>
        <source>Auto-disconnected due to session timeout.</source>
        <translation>Desconexão automática: o tempo da sessão acabou.</translation>
    </message>
    <message>
        <source>You have been disconnected.</source>
        <translation>Sua sessão foi desconectada.</translation>
    </message>
    <message>
        <source>You have been disconnected. %1</source>
        <extracomment>%1 is a whole sentence that gives the reason.</extracomment>
        <translation>Sua sessão foi desconectada. %1</translation>
    </message>
    <message>
        <source>An error occurred with the connection. %1</source>
        <extracomment>%1 is a whole sentence that gives the reason.</extracomment>
        <translation>Ocorreu um erro na conexão. %1</translation>
    </message>
    <message>
        <source>The backend reports “%1”: %2</source>
        <translation>O backend informa “%1”: %2</translation>
    </message>
    <message>
        <source>The gateway reports “%1” (request %2).</source>
        <translation>O gateway informa “%1” (solicitação %2).</translation>
    </message>
    <message>
        <source>The backend could not deliver a message to everybody: %1</source>
        <translation>O backend não conseguiu entregar uma mensagem a todos: %1</translation>
    </message>
    <message>
        <source>Connect first: whom you can write to is known while connected only.</source>
        <translation>Conecte-se primeiro: só com a conexão aberta se sabe para quem é possível escrever.</translation>
    </message>
    <message>
        <source>This stage has no direct messages: it did not tell this session its id, as those do that have them. What you write here goes to everybody.</source>
        <translation>Este estágio não tem mensagens diretas: ele não informou a esta sessão o id dela, como fazem os que as têm. O que você escreve aqui vai para todos.</translation>
    </message>
    <message numerus="yes">
        <source>Connected again after %1, %n attempt(s).</source>
        <extracomment>%1 is a length of time.</extracomment>
        <translation>
            <numerusform>Conectado de novo após %1, %n tentativa.</numerusform>
            <numerusform>Conectado de novo após %1, %n tentativas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected after %1, %n attempt(s).</source>
        <extracomment>%1 is a length of time.</extracomment>
        <translation>
            <numerusform>Conectado após %1, %n tentativa.</numerusform>
            <numerusform>Conectado após %1, %n tentativas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::ConversationPage</name>
    <message>
        <source>The address could not be saved for the next start.</source>
        <translation>Não foi possível salvar o endereço para a próxima vez que você abrir o Greenroom.</translation>
    </message>
</context>
<context>
    <name>Greenroom::DataDirectory</name>
    <message>
        <source>The data directory “%1” is not a directory.</source>
        <translation>O diretório de dados “%1” não é um diretório.</translation>
    </message>
    <message>
        <source>The data directory “%1” cannot be made.</source>
        <translation>Não foi possível criar o diretório de dados “%1”.</translation>
    </message>
    <message>
        <source>The data directory “%1” is not writable.</source>
        <translation>Não é possível gravar no diretório de dados “%1”.</translation>
    </message>
    <message>
        <source>The data directory “%1” is in use by another server (process %2); end it or choose another directory.</source>
        <translation>O diretório de dados “%1” está em uso por outro servidor (processo %2); encerre-o ou escolha outro diretório.</translation>
    </message>
    <message>
        <source>The data directory “%1” is in use by another server; end it or choose another directory.</source>
        <translation>O diretório de dados “%1” está em uso por outro servidor; encerre-o ou escolha outro diretório.</translation>
    </message>
</context>
<context>
    <name>Greenroom::DemoCast</name>
    <message>
        <source>Good evening! Is anybody else in the green room?</source>
        <translation>Boa noite! Tem mais alguém no camarim?</translation>
    </message>
    <message>
        <source>Right here. No network, no account, and yet we talk.</source>
        <translation>Estou aqui! Sem rede, sem conta, e mesmo assim a gente conversa.</translation>
    </message>
    <message>
        <source>Everything goes through the local stage: routes, tables and all.</source>
        <translation>Passa tudo pelo estágio local: rotas, tabelas, tudo mesmo.</translation>
    </message>
    <message>
        <source>So what works here works on the real stage too?</source>
        <translation>Então o que funciona aqui funciona também no estágio de verdade?</translation>
    </message>
    <message>
        <source>Change the address, nothing else.</source>
        <translation>É só trocar o endereço, mais nada.</translation>
    </message>
    <message>
        <source>Then let us go on. Break a leg!</source>
        <translation>Então vamos entrar em cena. Bom espetáculo!</translation>
    </message>
</context>
<context>
    <name>Greenroom::DemoRun</name>
    <message>
        <source>The picture could not be saved to %1.</source>
        <translation>Não foi possível salvar a imagem em %1.</translation>
    </message>
    <message>
        <source>The demo could not be played to its end.</source>
        <translation>Não foi possível encenar a demonstração até o fim.</translation>
    </message>
</context>
<context>
    <name>Greenroom::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>Greenroom::Dispatcher</name>
    <message>
        <source>This session is connected already.</source>
        <translation>Esta sessão já está conectada.</translation>
    </message>
    <message>
        <source>This session is not connected.</source>
        <translation>Esta sessão não está conectada.</translation>
    </message>
    <message>
        <source>Nobody of this name was seen here: “%1”. The names are in the list of people.</source>
        <comment>%1 is what was typed</comment>
        <translation>Ninguém com este nome foi visto aqui: “%1”. Os nomes estão na lista de pessoas.</translation>
    </message>
    <message>
        <source>A raw frame can be sent while connected only.</source>
        <translation>Um quadro literal só pode ser enviado com a conexão aberta.</translation>
    </message>
    <message>
        <source>This is no JSON, so it was not sent: %1 (at byte %2).</source>
        <comment>%1 is the parser&apos;s reason</comment>
        <translation>Isto não é JSON, por isso não foi enviado: %1 (no byte %2).</translation>
    </message>
    <message>
        <source>“%1” is no command; /help lists them. Shall it be sent as a message?</source>
        <translation>“%1” não é um comando; /help mostra a lista deles. Enviar como mensagem?</translation>
    </message>
    <message>
        <source>Send as a message</source>
        <translation>Enviar como mensagem</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Continuar escrevendo</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) typed here since %1 could not be sent. Send now?</source>
        <translation>
            <numerusform>%n mensagem digitada aqui em %1 não pôde ser enviada. Enviar agora?</numerusform>
            <numerusform>%n mensagens digitadas aqui desde %1 não puderam ser enviadas. Enviar agora?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar agora</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Não enviar</translation>
    </message>
    <message>
        <source>A message was not delivered. %1 Ctrl+Shift+R sends it again, Ctrl+Shift+E edits it.</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>Uma mensagem não foi entregue. %1 Ctrl+Shift+R a envia de novo, Ctrl+Shift+E a edita.</translation>
    </message>
    <message>
        <source>This stage has no direct messages, by the form that its settings (F4) give its messages; choose another one there to write to one person.</source>
        <translation>Este estágio não tem mensagens diretas, segundo a forma que as configurações dele (F4) dão às mensagens; escolha outra lá para escrever a uma pessoa.</translation>
    </message>
    <message>
        <source>Connect first: whom you can write to is known while connected only.</source>
        <translation>Conecte-se primeiro: só com a conexão aberta se sabe para quem é possível escrever.</translation>
    </message>
</context>
<context>
    <name>Greenroom::ExportBar</name>
    <message>
        <source>Export the conversation</source>
        <translation>Exportar a conversa</translation>
    </message>
    <message>
        <source>Export the selection</source>
        <translation>Exportar a seleção</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Andamento da exportação</translation>
    </message>
    <message>
        <source>Exporting to %1: %2 of %3 messages.</source>
        <comment>%1 is the name of a file, %2 and %3 are numbers</comment>
        <translation>Exportando para %1: %2 de %3 mensagens.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) exported to %1.</source>
        <comment>%1 is the path of a file</comment>
        <translation>
            <numerusform>%n mensagem exportada para %1.</numerusform>
            <numerusform>%n mensagens exportadas para %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>Greenroom::ExportJob</name>
    <message>
        <source>The conversation was closed or erased meanwhile.</source>
        <translation>Nesse meio-tempo, a conversa foi fechada ou apagada.</translation>
    </message>
    <message>
        <source>The conversation could not be exported to %1: %2 What was there before is untouched.</source>
        <extracomment>%1 is the path of a file, %2 says why, as the system does. What was there: at that path.</extracomment>
        <translation>Não foi possível exportar a conversa para %1: %2 O que já estava lá continua intacto.</translation>
    </message>
</context>
<context>
    <name>Greenroom::FaultConfig</name>
    <message>
        <source>Expected a connection id such as eHrdFcnvvHcCE-w=, found %1.</source>
        <translation>Esperado um id de conexão como eHrdFcnvvHcCE-w=, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected a whole number from 0 to %1, or a list of two, the smaller one first; found %2.</source>
        <translation>Esperado um número inteiro de 0 a %1, ou uma lista de dois, o menor primeiro; encontrado %2.</translation>
    </message>
    <message>
        <source>Expected a close code that may be sent, 1000 to 1003, 1007 to 1014 or 3000 to 4999; found %1.</source>
        <translation>Esperado um código de fechamento que possa ser enviado, de 1000 a 1003, de 1007 a 1014 ou de 3000 a 4999; encontrado %1.</translation>
    </message>
    <message>
        <source>Expected at most %1 bytes of UTF-8, found %2.</source>
        <translation>Esperados no máximo %1 bytes de UTF-8, encontrados %2.</translation>
    </message>
    <message>
        <source>Expected a text that is not empty.</source>
        <translation>Esperado um texto que não seja vazio.</translation>
    </message>
</context>
<context>
    <name>Greenroom::FaultsApi</name>
    <message>
        <source>The rules are wrong, so nothing has changed.</source>
        <translation>As regras estão erradas; nada mudou.</translation>
    </message>
</context>
<context>
    <name>Greenroom::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <comment>%1 says what the file is</comment>
        <translation>Escolher: %1</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key)</source>
        <translation>Arquivos PEM (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>Greenroom::Gateway</name>
    <message>
        <source>Port %1 on %2 is taken by another program; end it or choose another port.</source>
        <translation>A porta %1 em %2 está ocupada por outro programa; encerre-o ou escolha outra porta.</translation>
    </message>
    <message>
        <source>Cannot listen on %1, port %2: %3.</source>
        <translation>Não foi possível escutar em %1, porta %2: %3.</translation>
    </message>
</context>
<context>
    <name>Greenroom::HighlightDialog</name>
    <message>
        <source>Highlight words</source>
        <translation>Palavras em destaque</translation>
    </message>
    <message>
        <source>Messages with one of these words are marked and notified as urgent. One a line, whole words, capitals make no difference: your name, for example.</source>
        <translation>As mensagens com uma destas palavras são marcadas e notificadas como urgentes. Uma por linha, palavras inteiras, sem distinção de maiúsculas: o seu nome, por exemplo.</translation>
    </message>
    <message>
        <source>Highlight words, one a line</source>
        <translation>Palavras em destaque, uma por linha</translation>
    </message>
</context>
<context>
    <name>Greenroom::IdentitySource</name>
    <message>
        <source>there is no “%1” in the context of $connect</source>
        <translation>não há “%1” no contexto de $connect</translation>
    </message>
    <message>
        <source>“%1” is none</source>
        <translation>“%1” não é uma</translation>
    </message>
</context>
<context>
    <name>Greenroom::JsonChecker</name>
    <message>
        <source>Expected a text, found %1.</source>
        <translation>Esperado um texto, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected an object, found %1.</source>
        <translation>Esperado um objeto, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected a list, found %1.</source>
        <translation>Esperada uma lista, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected true or false, found %1.</source>
        <translation>Esperado true ou false, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected nothing of this name, but only %1.</source>
        <translation>Não se espera nada com este nome, apenas %1.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Expected JSON; line %1: %2.</source>
        <translation>Esperado JSON; linha %1: %2.</translation>
    </message>
    <message>
        <source>Expected a whole number from %1 to %2, found %3.</source>
        <translation>Esperado um número inteiro de %1 a %2, encontrado %3.</translation>
    </message>
    <message>
        <source>Expected a number from %1 to %2, found %3.</source>
        <translation>Esperado um número de %1 a %2, encontrado %3.</translation>
    </message>
    <message>
        <source>Expected one of %1; found %2.</source>
        <translation>Esperado um destes: %1; encontrado %2.</translation>
    </message>
</context>
<context>
    <name>Greenroom::JsonWebToken</name>
    <message numerus="yes">
        <source>The token is longer than %n byte(s), more than API Gateway takes.</source>
        <translation>
            <numerusform>O token tem mais de %n byte, mais do que o API Gateway aceita.</numerusform>
            <numerusform>O token tem mais de %n bytes, mais do que o API Gateway aceita.</numerusform>
        </translation>
    </message>
    <message>
        <source>The token does not have the three parts of a JSON Web Token.</source>
        <translation>O token não tem as três partes de um JSON Web Token.</translation>
    </message>
    <message>
        <source>The token is damaged: its parts are not what a JSON Web Token is made of.</source>
        <translation>O token está danificado: suas partes não são as de um JSON Web Token.</translation>
    </message>
</context>
<context>
    <name>Greenroom::JwtReader</name>
    <message>
        <source>Expected either “secretEnv” or “secretFile”.</source>
        <translation>Esperava-se “secretEnv” ou “secretFile”, um dos dois.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set or is empty.</source>
        <translation>A variável de ambiente %1 não está definida ou está vazia.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>O arquivo não pode ser lido: %1.</translation>
    </message>
    <message>
        <source>Expected a file that holds a secret and nothing else.</source>
        <translation>Esperava-se um arquivo que contém um segredo e nada mais.</translation>
    </message>
</context>
<context>
    <name>Greenroom::LinkPrompt</name>
    <message>
        <source>Write an e-mail?

The link leads to:
%1</source>
        <translation>Escrever um e-mail?

O link leva a:
%1</translation>
    </message>
    <message>
        <source>Open this link?

It leads to %1:
%2</source>
        <comment>%1 is a host, %2 the whole address</comment>
        <translation>Abrir este link?

Ele leva a %1:
%2</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Copiar endereço</translation>
    </message>
    <message>
        <source>No program on this computer opens this link:
%1</source>
        <translation>Nenhum programa deste computador abre este link:
%1</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>Greenroom::LocalCertificateDialog</name>
    <message>
        <source>Certificate of the local stage</source>
        <translation>Certificado do estágio local</translation>
    </message>
    <message>
        <source>Greenroom has made this certificate for this machine and trusts it. Another client on this machine has to be told to trust it: Greenroom by the fingerprint, in the settings of the stage (F4), others by the file.</source>
        <translation>O Greenroom criou este certificado para esta máquina e confia nele. Outro cliente nesta máquina precisa ser instruído a confiar nele: o Greenroom pela impressão digital, nas configurações do estágio (F4); os demais, pelo arquivo.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>Impressão digital SHA-256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>None: the next start has another certificate</source>
        <translation>Nenhum: a próxima inicialização terá outro certificado</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>&amp;Copiar impressão digital</translation>
    </message>
</context>
<context>
    <name>Greenroom::LoginApi</name>
    <message>
        <source>Signing in takes a POST request.</source>
        <translation>Para entrar é preciso uma requisição POST.</translation>
    </message>
    <message numerus="yes">
        <source>The request is larger than %n byte(s).</source>
        <translation>
            <numerusform>A requisição tem mais de %n byte.</numerusform>
            <numerusform>A requisição tem mais de %n bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The request took too long to arrive.</source>
        <translation>A requisição demorou demais para chegar.</translation>
    </message>
    <message>
        <source>The request is damaged.</source>
        <translation>A requisição está danificada.</translation>
    </message>
    <message>
        <source>Too many people are signing in; try again in a moment.</source>
        <translation>Há gente demais entrando; tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>The user ID or the password is wrong.</source>
        <translation>O ID de usuário ou a senha está errado.</translation>
    </message>
    <message>
        <source>Nobody can sign in now; the log of the server tells why.</source>
        <translation>Ninguém consegue entrar agora; o registro do servidor diz por quê.</translation>
    </message>
    <message numerus="yes">
        <source>Too many sign-ins have failed; try again in %n second(s).</source>
        <translation>
            <numerusform>Tentativas demais falharam; tente de novo em %n segundo.</numerusform>
            <numerusform>Tentativas demais falharam; tente de novo em %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::LoginRequest</name>
    <message>
        <source>The request is no JSON object with “user_id” and “password”.</source>
        <translation>A requisição não é um objeto JSON com “user_id” e “password”.</translation>
    </message>
    <message>
        <source>The request has no “%1”, or it is empty or no text.</source>
        <translation>A requisição não tem “%1”, ou ele está vazio ou não é um texto.</translation>
    </message>
    <message numerus="yes">
        <source>“user_id” is longer than %n character(s), begins or ends with a blank, or has control characters in it.</source>
        <translation>
            <numerusform>“user_id” tem mais de %n caractere, começa ou termina com um espaço ou contém caracteres de controle.</numerusform>
            <numerusform>“user_id” tem mais de %n caracteres, começa ou termina com um espaço ou contém caracteres de controle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“password” is longer than %n byte(s), or no text.</source>
        <translation>
            <numerusform>“password” tem mais de %n byte ou não é um texto.</numerusform>
            <numerusform>“password” tem mais de %n bytes ou não é um texto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::MainWindow</name>
    <message>
        <source>%1 – Greenroom</source>
        <comment>%1 names a stage</comment>
        <translation>%1 – Greenroom</translation>
    </message>
    <message>
        <source>The local stage could not start. %1</source>
        <translation>Não foi possível iniciar o estágio local. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) connected</source>
        <translation>
            <numerusform>%n sessão conectada</numerusform>
            <numerusform>%n sessões conectadas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · local stage at %2</source>
        <comment>%1 counts sessions</comment>
        <translation>%1 · estágio local em %2</translation>
    </message>
</context>
<context>
    <name>Greenroom::MessageField</name>
    <message>
        <source>Files can&apos;t be sent: a stage takes text alone. Put the file where others can reach it and send them the link.</source>
        <translation>Arquivos não podem ser enviados: um estágio só aceita texto. Ponha o arquivo onde os outros possam acessá-lo e envie o link.</translation>
    </message>
    <message>
        <source>Images can&apos;t be sent: a stage takes text alone. Put the image where others can reach it and send them the link.</source>
        <translation>Imagens não podem ser enviadas: um estágio só aceita texto. Ponha a imagem onde os outros possam acessá-la e envie o link.</translation>
    </message>
    <message>
        <source>What you pasted is far too long: a stage accepts %1 bytes.</source>
        <translation>O que você colou é longo demais: um estágio aceita %1 bytes.</translation>
    </message>
</context>
<context>
    <name>Greenroom::NewLinesPill</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n mensagem nova</numerusform>
            <numerusform>%n mensagens novas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::OptionLinesModel</name>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>Not secret</source>
        <translation>Não secreto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>Greenroom::OptionLinesTable</name>
    <message>
        <source>Add a line</source>
        <translation>Acrescentar uma linha</translation>
    </message>
    <message>
        <source>Add a line (Insert)</source>
        <translation>Acrescentar uma linha (Insert)</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Remover a linha</translation>
    </message>
    <message>
        <source>Remove the line (Delete)</source>
        <translation>Remover a linha (Delete)</translation>
    </message>
</context>
<context>
    <name>Greenroom::OwnLines</name>
    <message>
        <source>There is nothing to send.</source>
        <translation>Não há nada para enviar.</translation>
    </message>
    <message>
        <source>There is no stage to send this to. Type its address above; your text stays here.</source>
        <translation>Não há estágio para onde enviar isto. Digite o endereço dele acima; seu texto fica aqui.</translation>
    </message>
    <message>
        <source>You did not want it to be sent so late.</source>
        <translation>Você não quis que fosse enviada tão tarde.</translation>
    </message>
    <message>
        <source>Greenroom ended before the stage confirmed this line.</source>
        <translation>O Greenroom foi encerrado antes que o estágio confirmasse esta linha.</translation>
    </message>
    <message>
        <source>It is not known whether this line arrived.</source>
        <translation>Não se sabe se esta linha chegou.</translation>
    </message>
</context>
<context>
    <name>Greenroom::PageSignIn</name>
    <message>
        <source>The sign-in has ended; sign in again, or connect as a guest.</source>
        <translation>O login terminou; faça login de novo ou conecte-se como convidado.</translation>
    </message>
    <message>
        <source>As a &amp;guest</source>
        <translation>Como &amp;convidado</translation>
    </message>
    <message>
        <source>With it &amp;anyway</source>
        <translation>Com ele m&amp;esmo assim</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Fazer &amp;login…</translation>
    </message>
    <message>
        <source>The stage did not let you in (%1).</source>
        <comment>%1 is an HTTP status</comment>
        <translation>O estágio não deixou você entrar (%1).</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Agora não</translation>
    </message>
    <message>
        <source>The sign-in has ended; sign in again. A connection that is there goes on.</source>
        <translation>O login terminou; faça login de novo. Uma conexão já aberta continua.</translation>
    </message>
    <message>
        <source>The sign-in ends soon; sign in again. The connection goes on meanwhile.</source>
        <translation>O login termina em breve; faça login de novo. A conexão continua enquanto isso.</translation>
    </message>
    <message>
        <source>The sign-in could not be renewed. %1</source>
        <extracomment>%1 is a whole sentence that gives the reason.</extracomment>
        <translation>O login não pôde ser renovado. %1</translation>
    </message>
    <message>
        <source>You have signed out.</source>
        <translation>Você saiu da conta.</translation>
    </message>
    <message>
        <source>The sign-in has ended, so the session was not connected again: it would have come back as a guest.</source>
        <translation>O login terminou; por isso a sessão não foi reconectada: ela voltaria como convidado.</translation>
    </message>
</context>
<context>
    <name>Greenroom::PasswordHash</name>
    <message>
        <source>There is too little memory to hash a password.</source>
        <translation>Não há memória suficiente para calcular o hash de uma senha.</translation>
    </message>
</context>
<context>
    <name>Greenroom::PendingLines</name>
    <message>
        <source>The connection ended before the stage confirmed this line.</source>
        <translation>A conexão terminou antes que o estágio confirmasse esta linha.</translation>
    </message>
    <message numerus="yes">
        <source>The stage did not confirm this line within %n second(s).</source>
        <translation>
            <numerusform>O estágio não confirmou esta linha em %n segundo.</numerusform>
            <numerusform>O estágio não confirmou esta linha em %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::PeopleView</name>
    <message>
        <source>%1 (you)</source>
        <comment>%1 is a name</comment>
        <translation>%1 (você)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>&amp;Write to %1 alone</source>
        <comment>%1 is a name</comment>
        <translation>&amp;Escrever só para %1</translation>
    </message>
    <message>
        <source>Copy &amp;id</source>
        <translation>Copiar &amp;id</translation>
    </message>
</context>
<context>
    <name>Greenroom::PolicyStatement</name>
    <message>
        <source>Expected Allow or Deny, found %1.</source>
        <translation>Esperado Allow ou Deny, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected a text or a list of texts, found %1.</source>
        <translation>Esperado um texto ou uma lista de textos, encontrado %1.</translation>
    </message>
</context>
<context>
    <name>Greenroom::QuickSwitcher</name>
    <message>
        <source>No stage has this in its name, group or address.</source>
        <translation>Nenhum estágio tem isso no nome, no grupo ou no endereço.</translation>
    </message>
    <message>
        <source>Go to a stage</source>
        <translation>Ir para um estágio</translation>
    </message>
    <message>
        <source>A part of a name, a group or an address</source>
        <translation>Parte de um nome, de um grupo ou de um endereço</translation>
    </message>
    <message>
        <source>Stages that fit</source>
        <translation>Estágios que correspondem</translation>
    </message>
</context>
<context>
    <name>Greenroom::QuotaConfig</name>
    <message>
        <source>Expected a number from %1 to %2, or false; found %3.</source>
        <translation>Esperado um número de %1 a %2, ou false; encontrado %3.</translation>
    </message>
    <message>
        <source>Expected a number from %1 to %2; found %3.</source>
        <translation>Esperado um número de %1 a %2; encontrado %3.</translation>
    </message>
</context>
<context>
    <name>Greenroom::RequestModel</name>
    <message>
        <source>$schema is not that of draft 4</source>
        <translation>$schema não é o do rascunho 4</translation>
    </message>
    <message>
        <source>“%1” is not supported</source>
        <translation>“%1” não é aceito</translation>
    </message>
</context>
<context>
    <name>Greenroom::RouteSelectionExpression</name>
    <message>
        <source>the expression is empty</source>
        <translation>a expressão está vazia</translation>
    </message>
    <message>
        <source>a $ begins no variable; a plain one is written \$</source>
        <translation>um $ não inicia nenhuma variável; um $ comum se escreve \$</translation>
    </message>
    <message>
        <source>“$%1” is no variable; give one such as $request.body.action</source>
        <translation>“$%1” não é uma variável; informe uma como $request.body.action</translation>
    </message>
</context>
<context>
    <name>Greenroom::SearchBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Procurar nesta conversa</translation>
    </message>
    <message>
        <source>Next, above (Enter)</source>
        <translation>Próxima, acima (Enter)</translation>
    </message>
    <message>
        <source>Previous, below (Shift+Enter)</source>
        <translation>Anterior, abaixo (Shift+Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>%1 is the number of a hit, %2 of how many</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
    </message>
</context>
<context>
    <name>Greenroom::SearchEverywhere</name>
    <message>
        <source>Search all conversations</source>
        <translation>Procurar em todas as conversas</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>Linhas encontradas</translation>
    </message>
    <message>
        <source>Local stage</source>
        <translation>Estágio local</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n line(s) are shown.</source>
        <translation>
            <numerusform>A linha mais recente é mostrada.</numerusform>
            <numerusform>As %n linhas mais recentes são mostradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found</source>
        <translation>
            <numerusform>%n linha encontrada</numerusform>
            <numerusform>%n linhas encontradas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::Secrets</name>
    <message>
        <source>%1 What was to be forgotten is still in the keychain.</source>
        <comment>%1 is a sentence on what is wrong with the keychain</comment>
        <translation>%1 O que devia ser esquecido ainda está no chaveiro.</translation>
    </message>
    <message>
        <source>%1 Secrets are kept in memory until Greenroom ends.</source>
        <comment>%1 is a sentence on what is wrong with the keychain</comment>
        <translation>%1 Os segredos ficam na memória até o Greenroom ser encerrado.</translation>
    </message>
</context>
<context>
    <name>Greenroom::SecretsBar</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Não perguntar de novo</translation>
    </message>
</context>
<context>
    <name>Greenroom::SelfSignedCertificate</name>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1” não pode ser gravado: %2.</translation>
    </message>
    <message>
        <source>A certificate could not be made.</source>
        <translation>Não foi possível criar um certificado.</translation>
    </message>
</context>
<context>
    <name>Greenroom::SessionPanel</name>
    <message>
        <source>Connected at (UTC)</source>
        <translation>Conectado em (UTC)</translation>
    </message>
    <message>
        <source>Session duration</source>
        <translation>Duração da sessão</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Sinal de vida</translation>
    </message>
    <message>
        <source>Session ends in</source>
        <translation>A sessão termina em</translation>
    </message>
    <message>
        <source>Auto-disconnect after</source>
        <translation>Desconectar após</translation>
    </message>
    <message>
        <source>Seconds until auto-disconnect</source>
        <translation>Segundos até a desconexão automática</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>—</source>
        <comment>no time known</comment>
        <translation>—</translation>
    </message>
    <message>
        <source>every %1 s, answered in %2 ms</source>
        <translation>a cada %1 s, respondido em %2 ms</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>a cada %1 s</translation>
    </message>
    <message>
        <source>Without a gap since (UTC)</source>
        <translation>Sem interrupção desde (UTC)</translation>
    </message>
    <message numerus="yes">
        <source>%1, renewed %n time(s)</source>
        <comment>%1 is a date and time</comment>
        <translation>
            <numerusform>%1, renovada %n vez</numerusform>
            <numerusform>%1, renovada %n vezes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::SidePanel</name>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
</context>
<context>
    <name>Greenroom::SignIn</name>
    <message>
        <source>This token is for a later time only; paste one that is valid now.</source>
        <translation>Este token só vale mais tarde; cole um que seja válido agora.</translation>
    </message>
    <message>
        <source>This token has ended already; paste a newer one, and check the date and time of this computer.</source>
        <translation>Este token já terminou; cole um mais novo e confira a data e a hora deste computador.</translation>
    </message>
    <message>
        <source>The Auth API gave a token that cannot be used. %1</source>
        <comment>%1 is a whole sentence</comment>
        <translation>A API de autenticação deu um token que não pode ser usado. %1</translation>
    </message>
    <message>
        <source>The Auth API gave a token that has ended already; tell its owner.</source>
        <translation>A API de autenticação deu um token que já terminou; avise o responsável.</translation>
    </message>
</context>
<context>
    <name>Greenroom::SignInDialog</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>Fazer &amp;login</translation>
    </message>
    <message>
        <source>Continue as &amp;guest</source>
        <translation>Continuar como &amp;convidado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>%1 names the stage</comment>
        <translation>Em %1</translation>
    </message>
    <message>
        <source>With a pass&amp;word</source>
        <translation>Com senh&amp;a</translation>
    </message>
    <message>
        <source>With a &amp;token</source>
        <translation>Com &amp;token</translation>
    </message>
    <message>
        <source>T&amp;oken, with or without “Bearer” before it</source>
        <translation>T&amp;oken, com ou sem “Bearer” na frente</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Paste a JSON Web Token that you were given. It goes to this stage and nowhere else.</source>
        <translation>Cole um JSON Web Token que você recebeu. Ele vai para este estágio e para nenhum outro lugar.</translation>
    </message>
    <message>
        <source>Send the token &amp;in</source>
        <translation>Enviar o token &amp;em</translation>
    </message>
    <message>
        <source>Where the token is sent</source>
        <translation>Onde o token é enviado</translation>
    </message>
    <message>
        <source>the address, as ?Authorization=</source>
        <translation>no endereço, como ?Authorization=</translation>
    </message>
    <message>
        <source>the header Authorization:</source>
        <translation>no cabeçalho Authorization:</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Fazendo login…</translation>
    </message>
    <message>
        <source>The way to %1 is not encrypted: others on the network can read your password. Use https:// if the server offers it.</source>
        <translation>O caminho até %1 não é criptografado: outros na rede podem ler sua senha. Use https:// se o servidor oferecer.</translation>
    </message>
    <message>
        <source>S&amp;end it anyway</source>
        <translation>Enviar &amp;mesmo assim</translation>
    </message>
</context>
<context>
    <name>Greenroom::SignInFields</name>
    <message>
        <source>&amp;Auth API URL</source>
        <translation>&amp;URL da API de autenticação</translation>
    </message>
    <message>
        <source>https://example.com/dev/auth</source>
        <translation>https://example.com/dev/auth</translation>
    </message>
    <message>
        <source>&amp;User ID</source>
        <translation>&amp;ID de usuário</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Senha</translation>
    </message>
    <message>
        <source>the one that is remembered</source>
        <translation>a que está guardada</translation>
    </message>
    <message>
        <source>&amp;Remember the password, and renew the sign-in by itself</source>
        <translation>Guardar a senha e &amp;renovar o login sozinho</translation>
    </message>
    <message>
        <source>The user ID is empty; type yours.</source>
        <translation>O ID de usuário está vazio; digite o seu.</translation>
    </message>
    <message>
        <source>The user ID holds invisible characters, maybe from copying; type it by hand.</source>
        <translation>O ID de usuário contém caracteres invisíveis, talvez por ter sido copiado; digite-o à mão.</translation>
    </message>
    <message>
        <source>The password is empty; type yours.</source>
        <translation>A senha está vazia; digite a sua.</translation>
    </message>
</context>
<context>
    <name>Greenroom::SqliteTables</name>
    <message>
        <source>The tables in “%1” can be written again.</source>
        <translation>As tabelas em “%1” podem ser gravadas novamente.</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageActs</name>
    <message>
        <source>New group</source>
        <translation>Novo grupo</translation>
    </message>
    <message>
        <source>Name of the group:</source>
        <translation>Nome do grupo:</translation>
    </message>
    <message>
        <source>Forget stage</source>
        <translation>Esquecer estágio</translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <comment>%1 is a stage&apos;s title</comment>
        <translation>Esquecer “%1”?</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Esquecer</translation>
    </message>
    <message>
        <source>The messages of this stage could not be erased from this computer.</source>
        <translation>Não foi possível apagar deste computador as mensagens deste stage.</translation>
    </message>
    <message>
        <source>The local stage has no settings of its own: its address is another one each time.</source>
        <translation>O estágio local não tem configurações próprias: o endereço dele é outro a cada vez.</translation>
    </message>
    <message>
        <source>Its sessions end. Its address (%1), its messages on this computer, what is typed there and not sent, the messages that wait to be sent, and its secrets are erased. This can&apos;t be undone.</source>
        <comment>%1 is the address</comment>
        <translation>Suas sessões terminam. O endereço (%1), as mensagens neste computador, o que está digitado ali e não foi enviado, as mensagens que aguardam o envio e os segredos dele são apagados. Isso não pode ser desfeito.</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageDialog</name>
    <message>
        <source>The settings could not be written to this computer&apos;s disk. They hold until Greenroom ends; make room or check who may write, then press OK again.</source>
        <translation>Não foi possível gravar as configurações no disco deste computador. Elas valem até o Greenroom ser encerrado; libere espaço ou confira as permissões de gravação e pressione OK de novo.</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <comment>%1 is a stage&apos;s title</comment>
        <translation>Configurações de %1</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Abertura</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Segurança</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Connected now: changes take effect with the next connection, the heartbeat&apos;s at once.</source>
        <translation>Conectado agora: as mudanças valem a partir da próxima conexão; as do sinal de vida, já.</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageFile</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1” não pode ser lido: %2.</translation>
    </message>
    <message>
        <source>Expected at least one stage.</source>
        <translation>Esperado pelo menos um estágio.</translation>
    </message>
    <message>
        <source>Expected either “backend” or “routes”.</source>
        <translation>Esperado “backend” ou “routes”, um dos dois.</translation>
    </message>
    <message>
        <source>Expected 1 to 128 letters from A to Z, digits, - and _; found %1.</source>
        <translation>Esperadas de 1 a 128 letras de A a Z, algarismos, - e _; encontrado %1.</translation>
    </message>
    <message>
        <source>Expected a name that no other stage has, found %1.</source>
        <translation>Esperado um nome que nenhum outro estágio tenha, encontrado %1.</translation>
    </message>
    <message>
        <source>Expected one of %1; found %2.</source>
        <translation>Esperado um destes: %1; encontrado %2.</translation>
    </message>
    <message>
        <source>Expected $connect, $disconnect, $default or a route key that does not begin with $.</source>
        <translation>Esperado $connect, $disconnect, $default ou uma chave de rota que não comece com $.</translation>
    </message>
    <message>
        <source>Expected false: what this route returns is never sent.</source>
        <translation>Esperado false: o que esta rota retorna nunca é enviado.</translation>
    </message>
    <message>
        <source>Expected a route selection expression such as $request.body.action, but %1.</source>
        <translation>Esperada uma expressão de seleção de rota como $request.body.action, mas %1.</translation>
    </message>
    <message>
        <source>Expected a name of letters from A to Z, digits and _.</source>
        <translation>Esperado um nome com letras de A a Z, algarismos e _.</translation>
    </message>
    <message>
        <source>Expected letters from A to Z, digits and any of - . _ ~ : / ? # &amp; = , alone.</source>
        <translation>Esperadas apenas letras de A a Z, algarismos e qualquer um de - . _ ~ : / ? # &amp; = , e nada mais.</translation>
    </message>
    <message>
        <source>Expected nothing: this route takes no messages.</source>
        <translation>Esperado nada: esta rota não recebe mensagens.</translation>
    </message>
    <message>
        <source>Expected a JSON Schema, but: %1.</source>
        <translation>Esperado um JSON Schema, mas: %1.</translation>
    </message>
    <message>
        <source>Expected nothing here: only the handler mock returns what it is told to.</source>
        <translation>Não se espera nada aqui: só o tratador mock retorna o que lhe mandam.</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageGeneralTab</name>
    <message>
        <source>Send the &amp;heartbeat&apos;s message too</source>
        <translation>Enviar também a &amp;mensagem do sinal de vida</translation>
    </message>
    <message>
        <source>The address serves as its name</source>
        <translation>O endereço serve de nome</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nome:</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Grupo:</translation>
    </message>
    <message>
        <source>&amp;Messages:</source>
        <translation>M&amp;ensagens:</translation>
    </message>
    <message>
        <source>As the stage understands (automatic)</source>
        <translation>Como o estágio entende (automático)</translation>
    </message>
    <message>
        <source>History chat</source>
        <translation>Conversa com histórico</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Mensagens diretas</translation>
    </message>
    <message>
        <source>Broadcasts</source>
        <translation>Difusão</translation>
    </message>
    <message>
        <source>The text as it stands</source>
        <translation>O texto como está</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Off for backends that do not know the message; pings of the WebSocket protocol are sent all the same.</source>
        <translation>Desligado para backends que não conhecem a mensagem; os pings do protocolo WebSocket são enviados mesmo assim.</translation>
    </message>
    <message>
        <source>Heartbeat &amp;every:</source>
        <translation>&amp;Sinal de vida a cada:</translation>
    </message>
    <message>
        <source>&amp;Route of the message:</source>
        <translation>&amp;Rota da mensagem:</translation>
    </message>
    <message>
        <source>To one person: %1 To everybody as in the history chat.</source>
        <comment>%1 is a frame</comment>
        <translation>A uma pessoa: %1 A todos, como na conversa com histórico.</translation>
    </message>
    <message>
        <source>&amp;Connect when Greenroom starts</source>
        <translation>&amp;Conectar quando o Greenroom iniciar</translation>
    </message>
    <message>
        <source>Route of the heartbeat&apos;s message</source>
        <translation>Rota da mensagem do sinal de vida</translation>
    </message>
    <message>
        <source>Text of the heartbeat&apos;s message</source>
        <translation>Texto da mensagem do sinal de vida</translation>
    </message>
    <message>
        <source>Te&amp;xt of the message:</source>
        <translation>Te&amp;xto da mensagem:</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageHandshakeTab</name>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Cabeçalhos</translation>
    </message>
    <message>
        <source>&amp;Query items, added to those of the address</source>
        <translation>&amp;Itens da consulta, acrescentados aos do endereço</translation>
    </message>
    <message>
        <source>&amp;Subprotocols, the preferred one first</source>
        <translation>&amp;Subprotocolos, o preferido primeiro</translation>
    </message>
    <message>
        <source>Values that are secret are kept with your other secrets, never in the settings.</source>
        <translation>Os valores secretos são guardados com os seus outros segredos, nunca nas configurações.</translation>
    </message>
    <message>
        <source>There are two headers “%1”; put both values into one, with a comma between them.</source>
        <translation>Há dois cabeçalhos “%1”; ponha os dois valores em um só, com uma vírgula entre eles.</translation>
    </message>
    <message>
        <source>There are two secret query items “%1”; remove one.</source>
        <translation>Há dois itens secretos da consulta “%1”; remova um.</translation>
    </message>
    <message>
        <source>The subprotocol “%1” is there twice; remove one.</source>
        <translation>O subprotocolo “%1” aparece duas vezes; remova um.</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageLink</name>
    <message numerus="yes">
        <source>The stage did not answer within %n second(s); check the address and your connection to the network, then try again.</source>
        <translation>
            <numerusform>O estágio não respondeu em %n segundo; verifique o endereço e sua conexão com a rede e tente de novo.</numerusform>
            <numerusform>O estágio não respondeu em %n segundos; verifique o endereço e sua conexão com a rede e tente de novo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The stage gave no answer to the heartbeat for %n second(s), so the connection is dead.</source>
        <translation>
            <numerusform>O estágio não respondeu ao sinal de vida por %n segundo, então a conexão está morta.</numerusform>
            <numerusform>O estágio não respondeu ao sinal de vida por %n segundos, então a conexão está morta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::StageList</name>
    <message>
        <source>Stages</source>
        <translation>Estágios</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nova sessão</translation>
    </message>
    <message>
        <source>Open another session, to this or another stage</source>
        <translation>Abrir outra sessão, neste ou em outro estágio</translation>
    </message>
    <message>
        <source>Start local stage</source>
        <translation>Iniciar estágio local</translation>
    </message>
    <message>
        <source>Start the whole backend on this machine and connect to it</source>
        <translation>Iniciar o backend inteiro neste computador e se conectar a ele</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageListModel</name>
    <message>
        <source>%1, folded group</source>
        <comment>%1 is a name</comment>
        <translation>%1, grupo recolhido</translation>
    </message>
    <message>
        <source>%1, group</source>
        <comment>%1 is a name</comment>
        <translation>%1, grupo</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageNetworkTab</name>
    <message>
        <source>The &amp;system&apos;s proxy, if it has one</source>
        <translation>O proxy do &amp;sistema, se houver</translation>
    </message>
    <message>
        <source>&amp;No proxy</source>
        <translation>&amp;Nenhum proxy</translation>
    </message>
    <message>
        <source>This &amp;HTTP proxy:</source>
        <translation>Este proxy &amp;HTTP:</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>H&amp;ost:</source>
        <translation>Ser&amp;vidor:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Porta:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>Nome de &amp;usuário:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>S&amp;enha:</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageSecurityTab</name>
    <message>
        <source>&amp;trusted by this system</source>
        <translation>&amp;considerado confiável por este sistema</translation>
    </message>
    <message>
        <source>signed by the &amp;authorities in this file:</source>
        <translation>assinado pelas &amp;autoridades deste arquivo:</translation>
    </message>
    <message>
        <source>&amp;exactly the one with this fingerprint:</source>
        <translation>&amp;exatamente o que tem esta impressão digital:</translation>
    </message>
    <message>
        <source>File with the authorities that are trusted</source>
        <translation>Arquivo com as autoridades confiáveis</translation>
    </message>
    <message>
        <source>File with your certificate</source>
        <translation>Arquivo com o seu certificado</translation>
    </message>
    <message>
        <source>File with the certificate&apos;s key</source>
        <translation>Arquivo com a chave do certificado</translation>
    </message>
    <message>
        <source>This address is not encrypted (ws://), so nothing of this is used with it.</source>
        <translation>Este endereço não é criptografado (ws://); por isso, nada disto é usado com ele.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate that is trusted</source>
        <translation>Impressão digital SHA-256 do certificado confiável</translation>
    </message>
    <message>
        <source>SHA-256: AB:CD:…</source>
        <translation>SHA-256: AB:CD:…</translation>
    </message>
    <message>
        <source>The stage&apos;s certificate is accepted if it is</source>
        <translation>O certificado do estágio é aceito se for</translation>
    </message>
    <message>
        <source>A certificate of yours, where the stage asks for one:</source>
        <translation>Um certificado seu, onde o estágio pedir um:</translation>
    </message>
    <message>
        <source>&amp;Certificate (PEM):</source>
        <translation>Cer&amp;tificado (PEM):</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <comment>%1 is a sentence</comment>
        <translation>Chave: %1</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <comment>%1 is a sentence</comment>
        <translation>Certificado: %1</translation>
    </message>
    <message>
        <source>&amp;Key (PEM):</source>
        <translation>C&amp;have (PEM):</translation>
    </message>
    <message>
        <source>Passphrase of the certificate&apos;s key</source>
        <translation>Frase secreta da chave do certificado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the key, kept with the other secrets:</source>
        <translation>&amp;Frase secreta da chave, guardada com os outros segredos:</translation>
    </message>
</context>
<context>
    <name>Greenroom::StageView</name>
    <message>
        <source>Stages</source>
        <translation>Estágios</translation>
    </message>
</context>
<context>
    <name>Greenroom::StateLabel</name>
    <message>
        <source>State: %1</source>
        <translation>Estado: %1</translation>
    </message>
</context>
<context>
    <name>Greenroom::SwitcherModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>%1 is a group&apos;s name, %2 a session&apos;s state</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Greenroom::Tables</name>
    <message>
        <source>The tables in “%1” were written by a newer version of this program; use that one, or another data directory.</source>
        <translation>As tabelas em “%1” foram gravadas por uma versão mais nova deste programa; use essa versão ou outro diretório de dados.</translation>
    </message>
    <message>
        <source>The tables in “%1” are damaged; move the file away to begin with empty ones.</source>
        <translation>As tabelas em “%1” estão danificadas; tire o arquivo de lá para começar com tabelas vazias.</translation>
    </message>
    <message>
        <source>The tables in “%1” cannot be used: %2.</source>
        <translation>Não é possível usar as tabelas em “%1”: %2.</translation>
    </message>
    <message>
        <source>The tables in “%1” were deleted or replaced while this program uses them; start it again.</source>
        <translation>As tabelas em “%1” foram apagadas ou substituídas enquanto este programa as usa; inicie-o de novo.</translation>
    </message>
    <message>
        <source>Sessions are left open in “%1”, which could not be written; the next start will close them.</source>
        <translation>Restaram sessões abertas em “%1”, que não pôde ser gravado; a próxima inicialização as fechará.</translation>
    </message>
    <message>
        <source>There is no room for the tables in “%1”.</source>
        <translation>Não há espaço para as tabelas em “%1”.</translation>
    </message>
</context>
<context>
    <name>Greenroom::Teller</name>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a name, %2 what was written</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in %1</source>
        <comment>%1 names a stage</comment>
        <translation>
            <numerusform>%n mensagem em %1</numerusform>
            <numerusform>%n mensagens em %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnected from %1</source>
        <comment>%1 names a stage</comment>
        <translation>Desconectado de %1</translation>
    </message>
</context>
<context>
    <name>Greenroom::TerminalPassword</name>
    <message>
        <source>The password is no UTF-8.</source>
        <translation>A senha não está em UTF-8.</translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Nova senha: </translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>A mesma de novo: </translation>
    </message>
    <message>
        <source>The two passwords differ; nothing has changed.</source>
        <translation>As duas senhas são diferentes; nada foi alterado.</translation>
    </message>
</context>
<context>
    <name>Greenroom::TlsContext</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1” não pode ser lido: %2.</translation>
    </message>
    <message>
        <source>“%1” holds no certificate that can be used; give a PEM file that begins with one.</source>
        <translation>“%1” não contém um certificado utilizável; informe um arquivo PEM que comece com um.</translation>
    </message>
    <message>
        <source>The key in “%1” is encrypted; give one without a pass phrase.</source>
        <translation>A chave em “%1” está criptografada; informe uma sem frase secreta.</translation>
    </message>
    <message>
        <source>“%1” holds no private key; give a PEM file with one.</source>
        <translation>“%1” não contém uma chave privada; informe um arquivo PEM com uma.</translation>
    </message>
    <message>
        <source>The key in “%1” is not that of the certificate in “%2”.</source>
        <translation>A chave em “%1” não é a do certificado em “%2”.</translation>
    </message>
</context>
<context>
    <name>Greenroom::TokenPanel</name>
    <message>
        <source>Signed in as</source>
        <translation>Login como</translation>
    </message>
    <message>
        <source>Token valid for</source>
        <translation>Token válido por</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Fazer login…</translation>
    </message>
    <message>
        <source>Show claims…</source>
        <translation>Ver declarações…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Fazendo login…</translation>
    </message>
    <message>
        <source>nobody: you are a guest</source>
        <translation>ninguém: você é convidado</translation>
    </message>
    <message>
        <source>somebody whom the token does not name</source>
        <translation>alguém que o token não nomeia</translation>
    </message>
    <message>
        <source>The sign-in has ended; sign in again.</source>
        <translation>O login terminou; faça login de novo.</translation>
    </message>
    <message>
        <source>The sign-in ends soon; sign in again.</source>
        <translation>O login termina em breve; faça login de novo.</translation>
    </message>
    <message>
        <source>Sign out and disconnect</source>
        <translation>Sair da conta e desconectar</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
</context>
<context>
    <name>Greenroom::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transcrição da conversa</translation>
    </message>
</context>
<context>
    <name>Greenroom::TrayIcon</name>
    <message>
        <source>&amp;Show Greenroom</source>
        <translation>&amp;Mostrar o Greenroom</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nova &amp;janela</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message numerus="yes">
        <source>Greenroom: %n unread message(s)</source>
        <translation>
            <numerusform>Greenroom: %n mensagem não lida</numerusform>
            <numerusform>Greenroom: %n mensagens não lidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::UserCommand</name>
    <message>
        <source>“user” takes one of add, remove and list, then a file and, but for list, a user ID.</source>
        <translation>“user” exige add, remove ou list, depois um arquivo e, exceto com list, um ID de usuário.</translation>
    </message>
    <message>
        <source>“user %1” takes a file and a user ID, and nothing else; a password never stands on the command line.</source>
        <translation>“user %1” exige um arquivo e um ID de usuário, e mais nada; uma senha nunca fica na linha de comando.</translation>
    </message>
    <message>
        <source>“user list” takes a file and nothing else.</source>
        <translation>“user list” exige um arquivo e mais nada.</translation>
    </message>
    <message numerus="yes">
        <source>A user ID has 1 to %n character(s), none of them a control character, and no blank at either end.</source>
        <translation>
            <numerusform>Um ID de usuário tem de 1 a %n caractere, nenhum deles de controle, e nenhum espaço nas pontas.</numerusform>
            <numerusform>Um ID de usuário tem de 1 a %n caracteres, nenhum deles de controle, e nenhum espaço nas pontas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Users, for stages with a login (docs/server.md):
  greenroom-server user add FILE USER     add a user, or give a new password; it is asked for,
                                          or read from standard input where that is no terminal
  greenroom-server user remove FILE USER  remove a user
  greenroom-server user list FILE         list the users</source>
        <translation>Usuários, para stages com login (docs/server.md):
  greenroom-server user add FILE USER     adiciona um usuário ou lhe dá uma nova senha; ela é pedida,
                                          ou lida da entrada padrão onde esta não é um terminal
  greenroom-server user remove FILE USER  remove um usuário
  greenroom-server user list FILE         lista os usuários</translation>
    </message>
    <message>
        <source>There is no user “%1” in “%2”.</source>
        <translation>Não há usuário “%1” em “%2”.</translation>
    </message>
    <message>
        <source>“%1” is being changed by somebody else, or its folder is not writable.</source>
        <translation>“%1” está sendo alterado por outro programa, ou não é possível gravar na pasta dele.</translation>
    </message>
    <message>
        <source>User “%1” has been removed.
</source>
        <translation>O usuário “%1” foi removido.
</translation>
    </message>
    <message>
        <source>User “%1” has a new password.
</source>
        <translation>O usuário “%1” tem uma nova senha.
</translation>
    </message>
    <message>
        <source>User “%1” has been added.
</source>
        <translation>O usuário “%1” foi adicionado.
</translation>
    </message>
    <message numerus="yes">
        <source>A password has 1 to %n byte(s) of text.</source>
        <translation>
            <numerusform>Uma senha tem de 1 a %n byte de texto.</numerusform>
            <numerusform>Uma senha tem de 1 a %n bytes de texto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::UserFile</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>“%1” não pode ser lido: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Expected a user ID of 1 to %n character(s), without control characters and without blanks at its ends.</source>
        <translation>
            <numerusform>Era esperado um ID de usuário de 1 a %n caractere, sem caracteres de controle e sem espaços nas pontas.</numerusform>
            <numerusform>Era esperado um ID de usuário de 1 a %n caracteres, sem caracteres de controle e sem espaços nas pontas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected what “greenroom-server user add” writes.</source>
        <translation>Era esperado o que “greenroom-server user add” grava.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>“%1” não pode ser gravado: %2.</translation>
    </message>
</context>
<context>
    <name>Greenroom::WelcomePane</name>
    <message>
        <source>Ready when you are</source>
        <translation>Tudo pronto, é só começar</translation>
    </message>
    <message>
        <source>Type the address of a stage above and press Connect. With no backend at hand, start the local stage: the whole backend, on this machine.</source>
        <translation>Digite acima o endereço de um estágio e pressione Conectar. Se não tiver um backend à mão, inicie o estágio local: o backend inteiro, neste computador.</translation>
    </message>
    <message>
        <source>Start local stage</source>
        <translation>Iniciar estágio local</translation>
    </message>
</context>
<context>
    <name>HtmlWriter</name>
    <message>
        <source>%1, direct message</source>
        <comment>%1 is a name</comment>
        <translation>%1, mensagem direta</translation>
    </message>
    <message>
        <source>Conversation in %1</source>
        <comment>%1 names a stage</comment>
        <translation>Conversa em %1</translation>
    </message>
    <message>
        <source>Exported at %1</source>
        <comment>%1 is a date and time</comment>
        <translation>Exportada em %1</translation>
    </message>
</context>
<context>
    <name>KeychainSecretStore</name>
    <message>
        <source>The keychain refused access.</source>
        <translation>O chaveiro recusou o acesso.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>O chaveiro está bloqueado.</translation>
    </message>
    <message>
        <source>There is no keychain service here.</source>
        <translation>Não há serviço de chaveiro aqui.</translation>
    </message>
    <message>
        <source>The keychain has a problem: %1.</source>
        <comment>%1 is what it says of it</comment>
        <translation>O chaveiro tem um problema: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The keychain did not answer within %n second(s).</source>
        <translation>
            <numerusform>O chaveiro não respondeu em %n segundo.</numerusform>
            <numerusform>O chaveiro não respondeu em %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LengthCounter</name>
    <message>
        <source>%1 bytes left</source>
        <translation>Restam %1 bytes</translation>
    </message>
    <message>
        <source>%1 bytes too long: a stage accepts %2 with everything around the text. Send it in parts.</source>
        <translation>%1 bytes a mais: um estágio aceita %2, com tudo o que envolve o texto. Envie em partes.</translation>
    </message>
</context>
<context>
    <name>LineOutbox</name>
    <message>
        <source>This line could not be saved (%1). Keep Greenroom open until it is sent.</source>
        <comment>%1 is the system&apos;s reason</comment>
        <translation>Esta linha não pôde ser salva (%1). Mantenha o Greenroom aberto até que ela seja enviada.</translation>
    </message>
</context>
<context>
    <name>LinePages</name>
    <message>
        <source>This line could not be read from the disk.</source>
        <translation>Não foi possível ler esta linha do disco.</translation>
    </message>
</context>
<context>
    <name>LineText</name>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>%1 joined the chat</source>
        <translation>%1 entrou no chat</translation>
    </message>
    <message>
        <source>%1 left the chat</source>
        <translation>%1 saiu do chat</translation>
    </message>
    <message>
        <source>[%1] %2</source>
        <comment>%1 is a time of day, %2 a notice</comment>
        <translation>[%1] %2</translation>
    </message>
    <message>
        <source>[%1] %2: %3</source>
        <comment>%1 is a time of day, %2 a name, %3 what was written</comment>
        <translation>[%1] %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a time of day, %2 a notice</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, direct message, %2: %3</source>
        <comment>%1 is a name, %2 a time of day, %3 what was written</comment>
        <translation>%1, mensagem direta, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>%1 is a name, %2 a time of day, %3 what was written</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1 is a line of ours, %2 how far it has come</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>Aguardando conexão</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Not delivered. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>Não entregue. %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a name, %2 the beginning of what was written</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (has a highlight word)</source>
        <comment>%1 is a line that somebody wrote</comment>
        <translation>%1 (contém uma palavra em destaque)</translation>
    </message>
</context>
<context>
    <name>LocalStageMenu</name>
    <message>
        <source>Encr&amp;ypt the local stage (wss)</source>
        <translation>Criptografar o estágio local (&amp;wss)</translation>
    </message>
    <message>
        <source>Certi&amp;ficate of the local stage…</source>
        <translation>Cer&amp;tificado do estágio local…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>About Greenroom</source>
        <translation>Sobre o Greenroom</translation>
    </message>
    <message>
        <source>Greenroom %1

Desktop chat for serverless WebSocket backends, with the backend in the box.

Free software under the MIT licence.</source>
        <translation>Greenroom %1

Chat de desktop para backends WebSocket serverless, com o backend já incluído.

Software livre sob a licença MIT.</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Nova sessão</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nova &amp;janela</translation>
    </message>
    <message>
        <source>Start &amp;local stage</source>
        <translation>Iniciar estágio &amp;local</translation>
    </message>
    <message>
        <source>Play a &amp;demo: two people talking</source>
        <translation>Encenar uma &amp;demonstração: duas pessoas conversando</translation>
    </message>
    <message>
        <source>&amp;Close session</source>
        <translation>&amp;Fechar sessão</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;Connect or disconnect</source>
        <translation>&amp;Conectar ou desconectar</translation>
    </message>
    <message>
        <source>Go to the &amp;address</source>
        <translation>Ir para o &amp;endereço</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sessão</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Exibir</translation>
    </message>
    <message>
        <source>&amp;Stages</source>
        <translation>&amp;Estágios</translation>
    </message>
    <message>
        <source>Session and &amp;people</source>
        <translation>Sessão e &amp;pessoas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;About Greenroom</source>
        <translation>&amp;Sobre o Greenroom</translation>
    </message>
    <message>
        <source>&amp;Next session</source>
        <translation>&amp;Próxima sessão</translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation>Sessão &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Find in the conversation</source>
        <translation>&amp;Procurar na conversa</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Procurar pró&amp;xima</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Procurar an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto &amp;maior</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Texto me&amp;nor</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>Tamanho n&amp;ormal do texto</translation>
    </message>
    <message>
        <source>&amp;Send the last failed message again</source>
        <translation>&amp;Enviar de novo a última mensagem que falhou</translation>
    </message>
    <message>
        <source>&amp;Edit the last failed message</source>
        <translation>E&amp;ditar a última mensagem que falhou</translation>
    </message>
    <message>
        <source>E&amp;nter sends, Shift+Enter breaks the line</source>
        <translation>E&amp;nter envia, Shift+Enter quebra a linha</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Mensagem</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Horários em &amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Go to a stage…</source>
        <translation>&amp;Ir para um estágio…</translation>
    </message>
    <message>
        <source>Search &amp;all conversations</source>
        <translation>Procurar em &amp;todas as conversas</translation>
    </message>
    <message>
        <source>E&amp;xport addresses…</source>
        <translation>E&amp;xportar endereços…</translation>
    </message>
    <message>
        <source>&amp;Import addresses…</source>
        <translation>&amp;Importar endereços…</translation>
    </message>
    <message>
        <source>Stage &amp;settings…</source>
        <translation>Confi&amp;gurações do estágio…</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Fazer &amp;login…</translation>
    </message>
</context>
<context>
    <name>NotificationMenu</name>
    <message>
        <source>&amp;Mute notifications</source>
        <translation>Silenciar n&amp;otificações</translation>
    </message>
    <message>
        <source>Show message &amp;text in notifications</source>
        <translation>Mostrar o &amp;texto das mensagens nas notificações</translation>
    </message>
    <message>
        <source>&amp;Highlight words…</source>
        <translation>Palavras em &amp;destaque…</translation>
    </message>
</context>
<context>
    <name>OptionRules</name>
    <message>
        <source>A header has no name; type one, such as X-Tenant, or remove the line.</source>
        <translation>Um cabeçalho está sem nome; digite um, como X-Tenant, ou remova a linha.</translation>
    </message>
    <message>
        <source>Subprotocols have a list of their own below; add them there.</source>
        <translation>Os subprotocolos têm uma lista própria abaixo; acrescente-os lá.</translation>
    </message>
    <message>
        <source>The header “%1” belongs to the handshake itself and can&apos;t be set; remove the line.</source>
        <translation>O cabeçalho “%1” pertence à própria abertura e não pode ser definido; remova a linha.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a header; use up to %2 letters, digits and hyphens.</source>
        <translation>“%1” não pode ser o nome de um cabeçalho; use até %2 letras, dígitos e hifens.</translation>
    </message>
    <message>
        <source>A header has no value; type one or remove the line.</source>
        <translation>Um cabeçalho está sem valor; digite um ou remova a linha.</translation>
    </message>
    <message>
        <source>A header&apos;s value holds a line break or another control character; take it out.</source>
        <translation>O valor de um cabeçalho contém uma quebra de linha ou outro caractere de controle; retire-o.</translation>
    </message>
    <message>
        <source>A header&apos;s value holds letters beyond ASCII, which servers read in different ways; write them in the encoding that your backend expects, such as %C3%A9.</source>
        <translation>O valor de um cabeçalho contém letras além do ASCII, que os servidores leem de modos diferentes; escreva-as na codificação que o seu backend espera, como %C3%A9.</translation>
    </message>
    <message>
        <source>A header&apos;s value is too long: it has %1 characters and may have %2.</source>
        <translation>O valor de um cabeçalho é longo demais: tem %1 caracteres e pode ter %2.</translation>
    </message>
    <message>
        <source>A query item has no name; type one, such as room, or remove the line.</source>
        <translation>Um item da consulta está sem nome; digite um, como room, ou remova a linha.</translation>
    </message>
    <message>
        <source>The name of a query item may have up to %1 characters and no control characters; type another one.</source>
        <translation>O nome de um item da consulta pode ter até %1 caracteres e nenhum caractere de controle; digite outro.</translation>
    </message>
    <message>
        <source>A query item&apos;s value holds a line break or another control character; take it out.</source>
        <translation>O valor de um item da consulta contém uma quebra de linha ou outro caractere de controle; retire-o.</translation>
    </message>
    <message>
        <source>A query item&apos;s value is too long: it has %1 characters and may have %2.</source>
        <translation>O valor de um item da consulta é longo demais: tem %1 caracteres e pode ter %2.</translation>
    </message>
    <message>
        <source>A subprotocol has no name; type one or remove the line.</source>
        <translation>Um subprotocolo está sem nome; digite um ou remova a linha.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a subprotocol; use up to %2 letters, digits, hyphens and dots.</source>
        <translation>“%1” não pode ser o nome de um subprotocolo; use até %2 letras, dígitos, hifens e pontos.</translation>
    </message>
    <message>
        <source>The heartbeat has no route; type one, such as sendmessage.</source>
        <translation>O sinal de vida está sem rota; digite uma, como sendmessage.</translation>
    </message>
    <message>
        <source>The route may have up to %1 characters and no control characters; type another one.</source>
        <translation>A rota pode ter até %1 caracteres e nenhum caractere de controle; digite outra.</translation>
    </message>
    <message>
        <source>The proxy has no host; type its name, such as proxy.example.com.</source>
        <translation>O proxy está sem servidor; digite o nome dele, como proxy.example.com.</translation>
    </message>
    <message>
        <source>“%1” is no host; type a name such as proxy.example.com, without http:// and without a port.</source>
        <translation>“%1” não é um servidor; digite um nome como proxy.example.com, sem http:// e sem porta.</translation>
    </message>
    <message>
        <source>This is no SHA-256 fingerprint; it has 32 pairs of the digits 0 to 9 and A to F, such as AB:CD:…</source>
        <translation>Isto não é uma impressão digital SHA-256; ela tem 32 pares dos dígitos 0 a 9 e A a F, como AB:CD:…</translation>
    </message>
    <message>
        <source>There is a password for the proxy but no user name; type one, or take the password out.</source>
        <translation>Há uma senha para o proxy, mas nenhum nome de usuário; digite um ou retire a senha.</translation>
    </message>
    <message>
        <source>The proxy&apos;s user name may not hold a colon, and neither it nor the password a control character; take it out.</source>
        <translation>O nome de usuário do proxy não pode conter dois-pontos, e nem ele nem a senha um caractere de controle; retire-o.</translation>
    </message>
    <message>
        <source>The proxy&apos;s user name and password may have %1 characters each; make them shorter.</source>
        <translation>O nome de usuário e a senha do proxy podem ter %1 caracteres cada; encurte-os.</translation>
    </message>
    <message>
        <source>The heartbeat&apos;s text may have up to %1 characters and no control characters; type another one.</source>
        <translation>O texto do sinal de vida pode ter até %1 caracteres e nenhum caractere de controle; digite outro.</translation>
    </message>
</context>
<context>
    <name>OptionsReader</name>
    <message>
        <source>Expected a “caFile” with the authorities to be trusted.</source>
        <translation>Esperado um “caFile” com as autoridades confiáveis.</translation>
    </message>
    <message>
        <source>Expected “certificateFile” and “keyFile” together.</source>
        <translation>Esperados “certificateFile” e “keyFile” juntos.</translation>
    </message>
    <message>
        <source>Expected a “port”.</source>
        <translation>Esperada uma “port”.</translation>
    </message>
    <message>
        <source>Expected an address such as https://example.com/dev/auth.</source>
        <translation>Esperado um endereço como https://example.com/dev/auth.</translation>
    </message>
</context>
<context>
    <name>PersonName</name>
    <message>
        <source>Heron</source>
        <translation>Garça</translation>
    </message>
    <message>
        <source>Robin</source>
        <translation>Sabiá</translation>
    </message>
    <message>
        <source>Swift</source>
        <translation>Andorinhão</translation>
    </message>
    <message>
        <source>Falcon</source>
        <translation>Falcão</translation>
    </message>
    <message>
        <source>Owl</source>
        <translation>Coruja</translation>
    </message>
    <message>
        <source>Wren</source>
        <translation>Corruíra</translation>
    </message>
    <message>
        <source>Finch</source>
        <translation>Tentilhão</translation>
    </message>
    <message>
        <source>Magpie</source>
        <translation>Gralha</translation>
    </message>
    <message>
        <source>Stork</source>
        <translation>Cegonha</translation>
    </message>
    <message>
        <source>Swan</source>
        <translation>Cisne</translation>
    </message>
    <message>
        <source>Toucan</source>
        <translation>Tucano</translation>
    </message>
    <message>
        <source>Pelican</source>
        <translation>Pelicano</translation>
    </message>
    <message>
        <source>Plover</source>
        <translation>Batuíra</translation>
    </message>
    <message>
        <source>Lark</source>
        <translation>Cotovia</translation>
    </message>
    <message>
        <source>Kingfisher</source>
        <translation>Martim-pescador</translation>
    </message>
    <message>
        <source>Hummingbird</source>
        <translation>Beija-flor</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Carvalho</translation>
    </message>
    <message>
        <source>Birch</source>
        <translation>Bétula</translation>
    </message>
    <message>
        <source>Maple</source>
        <translation>Bordo</translation>
    </message>
    <message>
        <source>Cedar</source>
        <translation>Cedro</translation>
    </message>
    <message>
        <source>Willow</source>
        <translation>Salgueiro</translation>
    </message>
    <message>
        <source>Cypress</source>
        <translation>Cipreste</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliveira</translation>
    </message>
    <message>
        <source>Linden</source>
        <translation>Tília</translation>
    </message>
    <message>
        <source>Poplar</source>
        <translation>Álamo</translation>
    </message>
    <message>
        <source>Rowan</source>
        <translation>Sorveira</translation>
    </message>
    <message>
        <source>Sequoia</source>
        <translation>Sequoia</translation>
    </message>
    <message>
        <source>Acacia</source>
        <translation>Acácia</translation>
    </message>
    <message>
        <source>Juniper</source>
        <translation>Zimbro</translation>
    </message>
    <message>
        <source>Agate</source>
        <translation>Ágata</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Âmbar</translation>
    </message>
    <message>
        <source>Basalt</source>
        <translation>Basalto</translation>
    </message>
    <message>
        <source>Garnet</source>
        <translation>Granate</translation>
    </message>
    <message>
        <source>Granite</source>
        <translation>Granito</translation>
    </message>
    <message>
        <source>Jade</source>
        <translation>Jade</translation>
    </message>
    <message>
        <source>Jasper</source>
        <translation>Jaspe</translation>
    </message>
    <message>
        <source>Marble</source>
        <translation>Mármore</translation>
    </message>
    <message>
        <source>Onyx</source>
        <translation>Ônix</translation>
    </message>
    <message>
        <source>Opal</source>
        <translation>Opala</translation>
    </message>
    <message>
        <source>Quartz</source>
        <translation>Quartzo</translation>
    </message>
    <message>
        <source>Ruby</source>
        <translation>Rubi</translation>
    </message>
    <message>
        <source>Topaz</source>
        <translation>Topázio</translation>
    </message>
    <message>
        <source>Aurora</source>
        <translation>Aurora</translation>
    </message>
    <message>
        <source>Breeze</source>
        <translation>Brisa</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nuvem</translation>
    </message>
    <message>
        <source>Comet</source>
        <translation>Cometa</translation>
    </message>
    <message>
        <source>Dawn</source>
        <translation>Alvorada</translation>
    </message>
    <message>
        <source>Frost</source>
        <translation>Geada</translation>
    </message>
    <message>
        <source>Mist</source>
        <translation>Névoa</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>Arco-íris</translation>
    </message>
    <message>
        <source>Snowflake</source>
        <translation>Floco de neve</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>Tempestade</translation>
    </message>
    <message>
        <source>Thunder</source>
        <translation>Trovão</translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation>Balcão</translation>
    </message>
    <message>
        <source>Ballad</source>
        <translation>Balada</translation>
    </message>
    <message>
        <source>Cello</source>
        <translation>Violoncelo</translation>
    </message>
    <message>
        <source>Chorus</source>
        <translation>Coro</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>Cortina</translation>
    </message>
    <message>
        <source>Encore</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Lantern</source>
        <translation>Lanterna</translation>
    </message>
    <message>
        <source>Overture</source>
        <translation>Abertura</translation>
    </message>
    <message>
        <source>Prologue</source>
        <translation>Prólogo</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Holofote</translation>
    </message>
    <message>
        <source>Velvet</source>
        <translation>Veludo</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A person&apos;s short name: a noun and a number, as `Heron 27`.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>RowBanners</name>
    <message>
        <source>New messages</source>
        <translation>Mensagens novas</translation>
    </message>
</context>
<context>
    <name>SecretsMenu</name>
    <message>
        <source>&amp;Keep secrets in the keychain</source>
        <translation>&amp;Guardar segredos no chaveiro</translation>
    </message>
    <message>
        <source>Forget all secrets</source>
        <translation>Esquecer todos os segredos</translation>
    </message>
    <message>
        <source>Forget the secrets of all stages?</source>
        <translation>Esquecer os segredos de todos os estágios?</translation>
    </message>
    <message>
        <source>Tokens, passwords, and the secret parts of addresses and headers are erased from memory and from the keychain. What is connected stays so until it ends. This can&apos;t be undone.</source>
        <translation>Tokens, senhas e as partes secretas de endereços e cabeçalhos são apagados da memória e do chaveiro. O que está conectado continua assim até terminar. Isso não pode ser desfeito.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Esquecer</translation>
    </message>
    <message>
        <source>&amp;Forget all secrets…</source>
        <translation>&amp;Esquecer todos os segredos…</translation>
    </message>
</context>
<context>
    <name>SlashCommand</name>
    <message>
        <source>/help – show these lines
/connect [ADDRESS] – connect, to the address in the field above or to this one
/disconnect – end the session
/to NAME [TEXT] – write to one person, this text or all that follows; /to alone: to everybody
/raw {JSON} – send this frame as it stands
:smile: – a short code between colons becomes its emoji
Up in an empty field – edit the message that failed, or copy the last one</source>
        <translation>/help – mostra estas linhas
/connect [ENDEREÇO] – conecta, ao endereço do campo acima ou a este
/disconnect – encerra a sessão
/to NOME [TEXTO] – escreve para uma pessoa, este texto ou tudo o que vier depois; /to sozinho: para todos
/raw {JSON} – envia este quadro tal como está
:smile: – um código curto entre dois-pontos vira o emoji correspondente
Seta para cima num campo vazio – edita a mensagem que falhou ou copia a última</translation>
    </message>
</context>
<context>
    <name>SpanWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>StageAddress</name>
    <message>
        <source>The address is empty; type one such as wss://example.com/dev.</source>
        <translation>O endereço está vazio; digite um como wss://example.com/dev.</translation>
    </message>
    <message>
        <source>The address is too long: it has %1 characters and may have %2; check what was pasted.</source>
        <translation>O endereço é longo demais: tem %1 caracteres e pode ter no máximo %2; confira o que foi colado.</translation>
    </message>
    <message>
        <source>There is a blank or a line break inside the address; take it out, or type %20 for a blank that belongs there.</source>
        <translation>Há um espaço ou uma quebra de linha dentro do endereço; remova o que sobra ou digite %20 no lugar de um espaço que faça parte dele.</translation>
    </message>
    <message>
        <source>The address holds invisible characters, maybe from copying; type it by hand.</source>
        <translation>O endereço contém caracteres invisíveis, talvez por ter sido copiado; digite-o à mão.</translation>
    </message>
    <message>
        <source>The address must start with wss:// or ws://; type %1.</source>
        <translation>O endereço deve começar com wss:// ou ws://; digite %1.</translation>
    </message>
    <message>
        <source>An address with %1:// is that of a web page; for a chat stage type %2.</source>
        <translation>Um endereço com %1:// é o de uma página da web; para um estágio de chat, digite %2.</translation>
    </message>
    <message>
        <source>An address with %1:// is not that of a chat stage; type %2.</source>
        <translation>Um endereço com %1:// não é o de um estágio de chat; digite %2.</translation>
    </message>
    <message>
        <source>The address of a stage has no part after a #; take the # and what follows out.</source>
        <translation>O endereço de um estágio não tem uma parte depois de #; remova o # e o que vem em seguida.</translation>
    </message>
    <message>
        <source>The port, after the last colon, must be a number from 1 to %1.</source>
        <translation>A porta, depois dos últimos dois-pontos, deve ser um número de 1 a %1.</translation>
    </message>
    <message>
        <source>The address names no valid host; type one after the //, such as wss://example.com/dev.</source>
        <translation>O endereço não traz um host válido; digite um depois de //, como em wss://example.com/dev.</translation>
    </message>
</context>
<context>
    <name>StageEntries</name>
    <message>
        <source>New session</source>
        <translation>Nova sessão</translation>
    </message>
    <message>
        <source>Local stage</source>
        <translation>Estágio local</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1 is a stage&apos;s title, %2 counts its sessions</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>StageEntry</name>
    <message>
        <source>%1 as %2</source>
        <comment>%1 is the session&apos;s state, %2 our own name in it</comment>
        <translation>%1 como %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unread</source>
        <comment>%1 is the session&apos;s state</comment>
        <translation>
            <numerusform>%1 · %n não lida</numerusform>
            <numerusform>%1 · %n não lidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Last message, %2: %3</source>
        <comment>%1 is the state, %2 a time, %3 a name and a text</comment>
        <translation>%1. Última mensagem, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a stage&apos;s title, %2 its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>StageMenu</name>
    <message>
        <source>&amp;Move to group</source>
        <translation>&amp;Mover para o grupo</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>N&amp;enhum</translation>
    </message>
    <message>
        <source>&amp;New group…</source>
        <translation>&amp;Novo grupo…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renomear</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Mover para &amp;cima</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Mover para &amp;baixo</translation>
    </message>
    <message>
        <source>&amp;Show its stages</source>
        <translation>&amp;Mostrar os estágios</translation>
    </message>
    <message>
        <source>&amp;Hide its stages</source>
        <translation>&amp;Ocultar os estágios</translation>
    </message>
    <message>
        <source>Dis&amp;connect</source>
        <translation>Des&amp;conectar</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Conectar</translation>
    </message>
    <message>
        <source>Open &amp;another session</source>
        <translation>Abrir &amp;outra sessão</translation>
    </message>
    <message>
        <source>C&amp;lose session</source>
        <translation>&amp;Fechar sessão</translation>
    </message>
    <message>
        <source>&amp;Forget stage…</source>
        <translation>&amp;Esquecer estágio…</translation>
    </message>
    <message>
        <source>&amp;Mute notifications</source>
        <translation>Silenciar n&amp;otificações</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>Fazer &amp;login…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Confi&amp;gurações…</translation>
    </message>
</context>
<context>
    <name>TextWriter</name>
    <message>
        <source>%1 (direct message): %2</source>
        <comment>%1 is a name, %2 what was written</comment>
        <translation>%1 (mensagem direta): %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a name, %2 what was written</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Conversation in %1</source>
        <comment>%1 names a stage</comment>
        <translation>Conversa em %1</translation>
    </message>
    <message>
        <source>Exported at %1</source>
        <comment>%1 is a date and time</comment>
        <translation>Exportada em %1</translation>
    </message>
</context>
<context>
    <name>TlsFiles</name>
    <message>
        <source>No file is chosen; choose one.</source>
        <translation>Nenhum arquivo foi escolhido; escolha um.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <comment>%1 is the path of a file, %2 the system&apos;s reason</comment>
        <translation>Não é possível ler %1: %2.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM (-----BEGIN CERTIFICATE-----); choose another file.</source>
        <comment>%1 is the path of a file</comment>
        <translation>%1 não contém certificado em PEM (-----BEGIN CERTIFICATE-----); escolha outro arquivo.</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM that can be read; choose another file.</source>
        <comment>%1 is the path of a file</comment>
        <translation>%1 não contém uma chave privada em PEM que possa ser lida; escolha outro arquivo.</translation>
    </message>
    <message>
        <source>%1 is protected by a passphrase; type it below.</source>
        <comment>%1 is the path of a file</comment>
        <translation>%1 está protegido por uma frase secreta; digite-a abaixo.</translation>
    </message>
    <message>
        <source>The passphrase does not open %1; type it again.</source>
        <comment>%1 is the path of a file</comment>
        <translation>A frase secreta não abre %1; digite-a novamente.</translation>
    </message>
</context>
<context>
    <name>TlsSetup</name>
    <message>
        <source>The file %1 cannot be read (%2); choose another, or see to it that you may read it.</source>
        <translation>Não foi possível ler o arquivo %1 (%2); escolha outro ou verifique se você tem permissão para lê-lo.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate in PEM form; choose another.</source>
        <translation>O arquivo %1 não contém nenhum certificado no formato PEM; escolha outro.</translation>
    </message>
    <message>
        <source>A client certificate takes two files, the certificate and its key; choose both or neither.</source>
        <translation>Um certificado de cliente precisa de dois arquivos, o certificado e a chave; escolha os dois ou nenhum.</translation>
    </message>
    <message>
        <source>This system has no library for TLS that works with Greenroom, so no wss:// address can be reached; install OpenSSL.</source>
        <translation>Este sistema não tem uma biblioteca de TLS que funcione com o Greenroom, por isso nenhum endereço wss:// pode ser acessado; instale o OpenSSL.</translation>
    </message>
    <message>
        <source>The file %1 holds no private key in PEM form that can be used; choose another.</source>
        <translation>O arquivo %1 não contém uma chave privada em formato PEM que possa ser usada; escolha outro.</translation>
    </message>
    <message>
        <source>The key in %1 is protected by a passphrase; type it in the settings of this stage (F4), under Security.</source>
        <translation>A chave em %1 está protegida por uma frase secreta; digite-a nas configurações deste estágio (F4), em Segurança.</translation>
    </message>
    <message>
        <source>The passphrase that is set does not open the key in %1; correct it in the settings of this stage (F4), under Security.</source>
        <translation>A frase secreta definida não abre a chave em %1; corrija-a nas configurações deste estágio (F4), em Segurança.</translation>
    </message>
</context>
<context>
    <name>TranscriptMenu</name>
    <message>
        <source>&amp;Open link…</source>
        <translation>&amp;Abrir link…</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copiar &amp;link</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy &amp;message</source>
        <translation>Copiar &amp;mensagem</translation>
    </message>
    <message>
        <source>Copy raw &amp;frame</source>
        <translation>Copiar &amp;quadro bruto</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Selecionar &amp;tudo</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Enviar de novo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Export selection…</source>
        <translation>&amp;Exportar seleção…</translation>
    </message>
</context>
<context>
    <name>TranscriptRow</name>
    <message>
        <source>%1 · %2</source>
        <comment>%1 is a name, %2 a time of day</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · direct message · %2</source>
        <comment>%1 is a name, %2 a time of day</comment>
        <translation>%1 · mensagem direta · %2</translation>
    </message>
</context>
<context>
    <name>UpgradeRequest</name>
    <message>
        <source>“%1” cannot be the name of a header; it may hold letters, digits and hyphens.</source>
        <translation>“%1” não pode ser o nome de um cabeçalho; ele pode conter letras, números e hifens.</translation>
    </message>
    <message>
        <source>The value of the header “%1” has a line break in it; remove it.</source>
        <translation>O valor do cabeçalho “%1” contém uma quebra de linha; remova-a.</translation>
    </message>
    <message>
        <source>The header “%1” is part of connecting itself and cannot be given; remove it.</source>
        <translation>O cabeçalho “%1” faz parte da própria conexão e não pode ser informado; remova-o.</translation>
    </message>
    <message>
        <source>“%1” cannot be offered as a subprotocol; each is one word without blanks and commas, and given once.</source>
        <translation>“%1” não pode ser oferecido como subprotocolo; cada um é uma única palavra sem espaços nem vírgulas, informada uma só vez.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Disconnecting…</source>
        <translation>Desconectando…</translation>
    </message>
    <message>
        <source>Connection error</source>
        <translation>Erro de conexão</translation>
    </message>
    <message>
        <source>now</source>
        <comment>when something was said</comment>
        <translation>agora</translation>
    </message>
    <message>
        <source>Waiting to retry in %1 s</source>
        <translation>Nova tentativa em %1 s</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>Aguardando nova tentativa</translation>
    </message>
    <message>
        <source>no known end: the token does not tell it</source>
        <translation>sem fim conhecido: o token não o informa</translation>
    </message>
    <message>
        <source>no longer: it has ended</source>
        <translation>não vale mais: terminou</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
</context>
</TS>
