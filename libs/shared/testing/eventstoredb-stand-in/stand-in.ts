import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Server, ServerCredentials, status, type handleClientStreamingCall, type handleUnaryCall, type ServerDuplexStream } from '@grpc/grpc-js';
import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { BatchAppends, deleting, tombstoning } from './append-calls';
import { Faults, type AppendFault } from './faults';
import { LogInMemory } from './log-in-memory';
import { read, type ReadCall } from './read-calls';
import { refusal, uuidOf } from './wire';

/**
 * A protocol stand-in for EventStoreDB: the gRPC services that ship inside the client, on a log in
 * memory. It behaves as a real 24.2.0 was seen to, odd rules included, and can be made to fail. What
 * passes here has not passed on EventStoreDB: it shows the adapter's answers to known dangers.
 */
export class EventStoreDbStandIn {
  readonly faults = new Faults();
  private readonly sockets = new Set<Socket>();
  private listening: { readonly tcp: TcpServer; readonly grpc: Server } | undefined;
  private assigned = 0;

  /** A second node of the same cluster shares the log of the first. */
  constructor(readonly log: LogInMemory = new LogInMemory()) {}

  get port(): number {
    return this.assigned;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.assigned}?tls=false`;
  }

  /** Starts, or starts again: on the same port, with the same data. */
  async start(): Promise<this> {
    if (this.listening) return this;
    const grpc = new Server();
    this.addServicesTo(grpc);
    const connections = grpc.createConnectionInjector(ServerCredentials.createInsecure());
    const tcp = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      connections.injectConnection(socket);
    });
    await new Promise<void>((resolve, reject) => {
      tcp.once('error', reject);
      tcp.listen(this.assigned, '127.0.0.1', resolve);
    });
    // A TCP server that listens has an address of this form.
    this.assigned = (tcp.address() as AddressInfo).port;
    this.listening = { tcp, grpc };
    return this;
  }

  /** Goes away at once, as a killed process does: every connection is reset. The data stays. */
  async stop(): Promise<void> {
    const { listening } = this;
    if (!listening) return;
    this.listening = undefined;
    const closed = new Promise<void>((resolve) => listening.tcp.close(() => resolve()));
    this.cutConnections();
    listening.grpc.forceShutdown();
    this.faults.thaw();
    await closed;
  }

  /** Resets every connection; new ones are accepted. */
  cutConnections(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  failNextAppend(fault: AppendFault): void {
    this.faults.nextAppends.push(fault);
  }

  /** This node follows the other; with the leader's memory of recent ids gone. */
  follow(leader: EventStoreDbStandIn): void {
    this.log.forgetRecent();
    this.faults.leader = { host: '127.0.0.1', port: leader.port };
    leader.faults.leader = undefined;
  }

  private addServicesTo(grpc: Server): void {
    const { log, faults } = this;
    const underWay = new Set<string>();
    const cut = (): void => this.cutConnections();
    grpc.addService(StreamsService, {
      read: (call: ReadCall) => void read(call, this),
      append: this.appendAlone,
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => void new BatchAppends(call, { log, faults, cut, underWay }),
      delete: deleting(log),
      tombstone: tombstoning(log),
    });
    grpc.addService(ServerFeaturesService, { getSupportedMethods: this.getSupportedMethods });
    grpc.addService(GossipService, { read: this.gossip });
  }

  /** The older path, one call per append. Nothing of ours takes it: it is counted and refused. */
  private readonly appendAlone: handleClientStreamingCall<AppendReq, AppendResp> = (_call, callback) => {
    this.faults.seen.singleAppends++;
    callback(refusal(status.UNIMPLEMENTED, 'The stand-in has no single appends.'));
  };

  private readonly getSupportedMethods: handleUnaryCall<Empty, SupportedMethods> = (_call, callback) => {
    const methods = new SupportedMethods();
    methods.setEventStoreServerVersion('24.2.0');
    for (const name of ['read', 'append', 'batchappend', 'delete', 'tombstone']) {
      const method = new SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      if (name === 'read') method.addFeatures('all');
      methods.addMethods(method);
    }
    void this.faults.pass().then(() => callback(null, methods));
  };

  private readonly gossip: handleUnaryCall<Empty, ClusterInfo> = (_call, callback) => {
    if (this.faults.noGossip) return callback(refusal(status.UNAVAILABLE, 'No gossip in an election.'));
    const leader = this.faults.leader ?? { host: '127.0.0.1', port: this.port };
    const endPoint = new EndPoint();
    endPoint.setAddress(leader.host);
    endPoint.setPort(leader.port);
    const member = new MemberInfo();
    member.setInstanceId(uuidOf(crypto.randomUUID()));
    member.setTimeStamp('0');
    member.setState(MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endPoint);
    const members = new ClusterInfo();
    members.addMembers(member);
    callback(null, members);
  };
}


